import CCurl

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The system's libcurl, opened when something is fetched: no other command pays for it at start.
struct CurlLibrary: @unchecked Sendable {
    let initialize: @convention(c) () -> UnsafeMutableRawPointer?
    let perform: @convention(c) (UnsafeMutableRawPointer?) -> Int32
    let cleanUp: @convention(c) (UnsafeMutableRawPointer?) -> Void
    let errorText: @convention(c) (Int32) -> UnsafePointer<CChar>?
    let setOption: UnsafeMutableRawPointer
    let getInfo: UnsafeMutableRawPointer

    /// Nil where it is not installed.
    static let shared = CurlLibrary()

    private init?() {
        #if canImport(Darwin)
        let names = ["libcurl.4.dylib"]
        #else
        let names = ["libcurl.so.4", "libcurl-gnutls.so.4"]
        #endif
        guard let library = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
            let initialize = dlsym(library, "curl_easy_init"), let perform = dlsym(library, "curl_easy_perform"),
            let cleanUp = dlsym(library, "curl_easy_cleanup"), let errorText = dlsym(library, "curl_easy_strerror"),
            let setOption = dlsym(library, "curl_easy_setopt"), let getInfo = dlsym(library, "curl_easy_getinfo")
        else { return nil }
        self.initialize = unsafeBitCast(initialize, to: (@convention(c) () -> UnsafeMutableRawPointer?).self)
        self.perform = unsafeBitCast(perform, to: (@convention(c) (UnsafeMutableRawPointer?) -> Int32).self)
        self.cleanUp = unsafeBitCast(cleanUp, to: (@convention(c) (UnsafeMutableRawPointer?) -> Void).self)
        self.errorText = unsafeBitCast(errorText, to: (@convention(c) (Int32) -> UnsafePointer<CChar>?).self)
        self.setOption = setOption
        self.getInfo = getInfo
    }

    /// Numbers of libcurl's options, which never change.
    enum Option: Int32 {
        case writeData = 10001
        case address = 10002
        case proxy = 10004
        case userAgent = 10018
        case lowSpeedLimit = 19
        case lowSpeedTime = 20
        case failOnError = 45
        case followLocation = 52
        case mostRedirects = 68
        case noSignal = 99
        case acceptEncoding = 10102
        case timeout = 155
        case connectTimeout = 156
        case protocols = 10318
        case redirectProtocols = 10319
        case writeFunction = 20011
        case openSocketFunction = 20163
        case openSocketData = 10164
    }

    func set(_ handle: UnsafeMutableRawPointer, _ option: Option, _ value: Int) {
        _ = dossier_curl_set_long(setOption, handle, option.rawValue, value)
    }

    func set(_ handle: UnsafeMutableRawPointer, _ option: Option, _ text: String) {
        _ = text.withCString { dossier_curl_set_pointer(setOption, handle, option.rawValue, $0) }
    }

    func set(_ handle: UnsafeMutableRawPointer, _ option: Option, _ pointer: UnsafeMutableRawPointer) {
        _ = dossier_curl_set_pointer(setOption, handle, option.rawValue, pointer)
    }

    func responseCode(_ handle: UnsafeMutableRawPointer) -> Int {
        var code = 0
        _ = dossier_curl_get_long(getInfo, handle, 0x200002, &code)
        return code
    }
}

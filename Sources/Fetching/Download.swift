import CCurl
import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What one fetch may do.
public struct DownloadLimits: Sendable {
    /// How many bytes an address may send.
    public var bytes = 256 << 20
    /// How long one address may take, in seconds.
    public var seconds = 120.0
    /// Whether addresses of this machine and of private networks are asked.
    public var allowsPrivate = false

    public init() {}
}

/// Fetches one address over HTTP or HTTPS. Redirects are followed over HTTPS alone.
public enum Download {
    /// - Throws: what the server or the network said, without a place.
    public static func contents(
        of address: String, limits: DownloadLimits = DownloadLimits()
    ) throws(Diagnostic) -> [UInt8] {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            throw Diagnostic("`\(address)` is no http or https address")
        }
        guard let curl = CurlLibrary.shared, let handle = curl.initialize() else {
            throw Diagnostic("libcurl is not installed", cause: .missingPart, advice: "apt-get install libcurl4")
        }
        defer { curl.cleanUp(handle) }
        let body = Body(most: limits.bytes, allowsPrivate: limits.allowsPrivate)
        let place = Unmanaged.passUnretained(body).toOpaque()
        curl.set(handle, .address, address)
        curl.set(handle, .protocols, "http,https")
        curl.set(handle, .redirectProtocols, "https")
        curl.set(handle, .followLocation, 1)
        curl.set(handle, .mostRedirects, 10)
        curl.set(handle, .noSignal, 1)
        curl.set(handle, .failOnError, 1)
        curl.set(handle, .acceptEncoding, "")
        curl.set(handle, .userAgent, "dossier")
        curl.set(handle, .connectTimeout, Int(min(limits.seconds, 20) * 1000))
        curl.set(handle, .timeout, Int(limits.seconds * 1000))
        curl.set(handle, .lowSpeedLimit, 1)
        curl.set(handle, .lowSpeedTime, Int(max(2, min(limits.seconds, 30))))
        curl.set(handle, .writeData, place)
        _ = dossier_curl_set_write(curl.setOption, handle, CurlLibrary.Option.writeFunction.rawValue) {
            data, size, count, body in
            guard let data, let body else { return 0 }
            return Unmanaged<Body>.fromOpaque(body).takeUnretainedValue().append(data, size * count)
        }
        curl.set(handle, .openSocketData, place)
        _ = dossier_curl_set_open(curl.setOption, handle, CurlLibrary.Option.openSocketFunction.rawValue) {
            body, _, address in
            guard let body, let address else { return -1 }
            return Unmanaged<Body>.fromOpaque(body).takeUnretainedValue().open(address)
        }
        let status = curl.perform(handle)
        if let problem = body.problem { throw Diagnostic("`\(address)` \(problem)", advice: body.advice) }
        guard status == 0 else {
            let code = curl.responseCode(handle)
            let reason = curl.errorText(status).map { String(cString: $0) } ?? "status \(status)"
            throw Diagnostic(
                "`\(address)` cannot be fetched: \(status == 22 ? "the server answers \(code)" : reason)",
                advice: status == 1 ? "redirects are followed over https alone" : nil)
        }
        return body.bytes
    }
}

/// What a server sends, as far as it may.
private final class Body {
    var bytes: [UInt8] = []
    var problem: String?
    var advice: String?
    private let most: Int
    private let allowsPrivate: Bool

    init(most: Int, allowsPrivate: Bool) {
        self.most = most
        self.allowsPrivate = allowsPrivate
    }

    func append(_ data: UnsafePointer<CChar>, _ count: Int) -> Int {
        guard bytes.count + count <= most else {
            problem = "sends more than \(most >> 20) MiB"
            advice = "raise `--max-size` where that is right"
            return 0
        }
        data.withMemoryRebound(to: UInt8.self, capacity: count) {
            bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
        }
        return count
    }

    /// Opens the socket, where its address is one that may be asked: it is looked at here, after names are resolved.
    func open(_ address: UnsafeMutablePointer<dossier_curl_address>) -> Int32 {
        let isPrivate = withUnsafePointer(to: &address.pointee.address) { pointer in
            PrivateAddress.contains(pointer, family: address.pointee.family)
        }
        if isPrivate, !allowsPrivate {
            problem = "leads to an address of this machine or of a private network"
            advice = "`--allow-private` asks it all the same"
            return -1
        }
        return socket(address.pointee.family, address.pointee.type, address.pointee.protocol)
    }
}

/// Addresses that belong to this machine or to a network of its own (RFC 6890).
enum PrivateAddress {
    static func contains(_ address: UnsafePointer<sockaddr>, family: Int32) -> Bool {
        let raw = UnsafeRawPointer(address)
        if family == AF_INET {
            let bytes = raw + 4
            return isPrivate(v4: (0..<4).map { bytes.load(fromByteOffset: $0, as: UInt8.self) })
        }
        guard family == AF_INET6 else { return true }
        let bytes = raw + 8
        return isPrivate(v6: (0..<16).map { bytes.load(fromByteOffset: $0, as: UInt8.self) })
    }

    static func isPrivate(v4 bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (192, 168), (224..., _): true
        case (100, 64...127), (172, 16...31), (198, 18...19),
            (192, 0) where bytes[2] == 0 || bytes[0] != 192:
            true
        default: false
        }
    }

    static func isPrivate(v6 bytes: [UInt8]) -> Bool {
        if bytes[..<10].allSatisfy({ $0 == 0 }) {
            // Mapped and compatible addresses are those of version 4; `::` and `::1` are this machine.
            return bytes[10] == 0xFF ? isPrivate(v4: Array(bytes[12...])) : true
        }
        // 64:ff9b::/96 carries version 4.
        if bytes[..<4] == [0, 0x64, 0xFF, 0x9B] { return isPrivate(v4: Array(bytes[12...])) }
        return bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80 || bytes[0] == 0xFF
    }
}

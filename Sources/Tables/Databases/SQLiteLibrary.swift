import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The system's SQLite, opened when a database is first read: who reads none does not pay for it at start.
struct SQLiteLibrary: @unchecked Sendable {
    typealias Statement = OpaquePointer
    typealias Authorizer =
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
            UnsafePointer<CChar>?
        ) -> Int32
    typealias Progress = @convention(c) (UnsafeMutableRawPointer?) -> Int32

    typealias OpenCall =
        @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>, Int32, UnsafePointer<CChar>?) ->
        Int32
    let open: OpenCall
    typealias CloseCall = @convention(c) (OpaquePointer?) -> Int32
    let close: CloseCall
    typealias PrepareCall =
        @convention(c) (
            OpaquePointer?, UnsafePointer<CChar>, Int32, UnsafeMutablePointer<OpaquePointer?>,
            UnsafeMutablePointer<UnsafePointer<CChar>?>?
        ) -> Int32
    let prepare: PrepareCall
    typealias StepCall = @convention(c) (OpaquePointer?) -> Int32
    let step: StepCall
    typealias FinalizeCall = @convention(c) (OpaquePointer?) -> Int32
    let finalize: FinalizeCall
    typealias IsReadOnlyCall = @convention(c) (OpaquePointer?) -> Int32
    let isReadOnly: IsReadOnlyCall
    typealias ColumnCountCall = @convention(c) (OpaquePointer?) -> Int32
    let columnCount: ColumnCountCall
    typealias ColumnNameCall = @convention(c) (OpaquePointer?, Int32) -> UnsafePointer<CChar>?
    let columnName: ColumnNameCall
    typealias ColumnTypeCall = @convention(c) (OpaquePointer?, Int32) -> Int32
    let columnType: ColumnTypeCall
    typealias ColumnIntegerCall = @convention(c) (OpaquePointer?, Int32) -> Int64
    let columnInteger: ColumnIntegerCall
    typealias ColumnDoubleCall = @convention(c) (OpaquePointer?, Int32) -> Double
    let columnDouble: ColumnDoubleCall
    typealias ColumnTextCall = @convention(c) (OpaquePointer?, Int32) -> UnsafePointer<UInt8>?
    let columnText: ColumnTextCall
    typealias ColumnBytesCall = @convention(c) (OpaquePointer?, Int32) -> Int32
    let columnBytes: ColumnBytesCall
    typealias MessageCall = @convention(c) (OpaquePointer?) -> UnsafePointer<CChar>?
    let message: MessageCall
    typealias SetAuthorizerCall = @convention(c) (OpaquePointer?, Authorizer?, UnsafeMutableRawPointer?) -> Int32
    let setAuthorizer: SetAuthorizerCall
    typealias SetProgressCall = @convention(c) (OpaquePointer?, Int32, Progress?, UnsafeMutableRawPointer?) -> Void
    let setProgress: SetProgressCall
    typealias SetBusyTimeoutCall = @convention(c) (OpaquePointer?, Int32) -> Int32
    let setBusyTimeout: SetBusyTimeoutCall

    /// Nil where it is not installed.
    static let shared = SQLiteLibrary()

    private init?() {
        #if canImport(Darwin)
        let name = "libsqlite3.dylib"
        #else
        let name = "libsqlite3.so.0"
        #endif
        guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
        func call<Function>(_ symbol: String, as type: Function.Type) -> Function? {
            dlsym(library, "sqlite3_" + symbol).map { unsafeBitCast($0, to: type) }
        }
        guard
            let open = call("open_v2", as: OpenCall.self),
            let close = call("close_v2", as: CloseCall.self),
            let prepare = call("prepare_v2", as: PrepareCall.self),
            let step = call("step", as: StepCall.self),
            let finalize = call("finalize", as: FinalizeCall.self),
            let isReadOnly = call("stmt_readonly", as: IsReadOnlyCall.self),
            let columnCount = call("column_count", as: ColumnCountCall.self),
            let columnName = call("column_name", as: ColumnNameCall.self),
            let columnType = call("column_type", as: ColumnTypeCall.self),
            let columnInteger = call("column_int64", as: ColumnIntegerCall.self),
            let columnDouble = call("column_double", as: ColumnDoubleCall.self),
            let columnText = call("column_text", as: ColumnTextCall.self),
            let columnBytes = call("column_bytes", as: ColumnBytesCall.self),
            let message = call("errmsg", as: MessageCall.self),
            let setAuthorizer = call("set_authorizer", as: SetAuthorizerCall.self),
            let setProgress = call("progress_handler", as: SetProgressCall.self),
            let setBusyTimeout = call("busy_timeout", as: SetBusyTimeoutCall.self)
        else { return nil }
        self.open = open
        self.close = close
        self.prepare = prepare
        self.step = step
        self.finalize = finalize
        self.isReadOnly = isReadOnly
        self.columnCount = columnCount
        self.columnName = columnName
        self.columnType = columnType
        self.columnInteger = columnInteger
        self.columnDouble = columnDouble
        self.columnText = columnText
        self.columnBytes = columnBytes
        self.message = message
        self.setAuthorizer = setAuthorizer
        self.setProgress = setProgress
        self.setBusyTimeout = setBusyTimeout
    }
}

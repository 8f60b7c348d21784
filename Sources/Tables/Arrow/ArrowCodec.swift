#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How the buffers of a file are packed; the system's library is opened when the first packed file is met.
enum ArrowCodec: Int8 {
    case lz4Frame = 0
    case zstandard = 1

    func unpacked(_ bytes: ArraySlice<UInt8>, size: Int) throws(ArrowProblem) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: size)
        let written: Int? =
            switch self {
            case .lz4Frame: try LZ4.library().unpack(bytes, into: &result)
            case .zstandard: try Zstandard.library().unpack(bytes, into: &result)
            }
        guard written == size else { throw ArrowProblem("a packed column of it is damaged") }
        return result
    }
}

private func load(_ name: String, package: String) throws(ArrowProblem) -> UnsafeMutableRawPointer {
    guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
        throw ArrowProblem("it is packed, and what unpacks it is not installed: apt-get install \(package)")
    }
    return library
}

private func call<Function>(
    _ library: UnsafeMutableRawPointer, _ symbol: String, as type: Function.Type
) throws(ArrowProblem) -> Function {
    guard let address = dlsym(library, symbol) else { throw ArrowProblem("`\(symbol)` is not installed") }
    return unsafeBitCast(address, to: type)
}

private struct LZ4 {
    typealias Create = @convention(c) (UnsafeMutablePointer<OpaquePointer?>, UInt32) -> Int
    typealias Free = @convention(c) (OpaquePointer?) -> Int
    typealias Decompress =
        @convention(c) (
            OpaquePointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<Int>, UnsafeRawPointer?,
            UnsafeMutablePointer<Int>, UnsafeRawPointer?
        ) -> Int

    let create: Create
    let free: Free
    let decompress: Decompress

    static func library() throws(ArrowProblem) -> LZ4 {
        let library = try load("liblz4.so.1", package: "liblz4-1")
        return LZ4(
            create: try call(library, "LZ4F_createDecompressionContext", as: Create.self),
            free: try call(library, "LZ4F_freeDecompressionContext", as: Free.self),
            decompress: try call(library, "LZ4F_decompress", as: Decompress.self))
    }

    /// How many bytes were written; nil where the frame is damaged.
    func unpack(_ bytes: ArraySlice<UInt8>, into result: inout [UInt8]) -> Int? {
        var context: OpaquePointer?
        guard create(&context, 100) == 0 else { return nil }
        defer { _ = free(context) }
        var (read, written) = (0, 0)
        return result.withUnsafeMutableBytes { target in
            bytes.withUnsafeBytes { source in
                while read < source.count {
                    var (some, room) = (source.count - read, target.count - written)
                    let rest = decompress(
                        context, target.baseAddress.map { $0 + written }, &room, source.baseAddress.map { $0 + read },
                        &some, nil)
                    // Errors are the last numbers that there are.
                    guard rest >= 0 else { return nil }
                    read += some
                    written += room
                    if rest == 0 { return written }
                    if some == 0, room == 0 { return nil }
                }
                return nil
            }
        }
    }
}

private struct Zstandard {
    typealias Decompress = @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeRawPointer?, Int) -> Int
    let decompress: Decompress

    static func library() throws(ArrowProblem) -> Zstandard {
        let library = try load("libzstd.so.1", package: "libzstd1")
        return Zstandard(decompress: try call(library, "ZSTD_decompress", as: Decompress.self))
    }

    func unpack(_ bytes: ArraySlice<UInt8>, into result: inout [UInt8]) -> Int? {
        result.withUnsafeMutableBytes { target in
            bytes.withUnsafeBytes { source in
                let written = decompress(target.baseAddress, target.count, source.baseAddress, source.count)
                return written >= 0 ? written : nil
            }
        }
    }
}

#if canImport(Glibc)
import Glibc
#endif

/// Tells the system that a buffer will be filled from end to end: it then comes in pages of megabytes where it can, and
/// not in thousands of small ones, each of which costs a fault.
func useLargePages(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    #if canImport(Glibc)
    let page = 2 << 20
    guard buffer.count >= 2 * page, let start = buffer.baseAddress else { return }
    let first = (UInt(bitPattern: start) + UInt(page) - 1) / UInt(page) * UInt(page)
    let end = (UInt(bitPattern: start) + UInt(buffer.count)) / UInt(page) * UInt(page)
    if first < end { madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE) }
    #endif
}

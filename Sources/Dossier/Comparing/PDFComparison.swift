import Documents

/// Two PDF files. As yet they are the same byte for byte or they are not: outputs of one version are, and pages are
/// compared as the pictures that they are set from.
enum PDFComparison {
    static func differences(
        _ expected: [UInt8], _ actual: [UInt8], _ expectedFile: String, _ actualFile: String
    ) throws(Diagnostic) -> String? {
        if expected == actual { return nil }
        return "the PDF differs: \(expected.count) bytes became \(actual.count); "
            + "its pages are not compared one by one, compare them as PNG"
    }
}

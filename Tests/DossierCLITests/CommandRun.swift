import Foundation

/// One run of the built command.
struct CommandRun {
    let status: Int32
    let output: String
    let errors: String

    /// The command stands beside the test runner.
    static let command: URL = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 {
            let candidate = folder.appendingPathComponent("dossier")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../.build/debug/dossier").standardizedFileURL
    }()

    /// The root of this repository.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
        try self.init(CommandRun.command, arguments, in: folder, environment: environment)
    }

    /// Runs any program, to look at what the command wrote.
    init(_ program: URL, _ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        // Files rather than pipes: a pipe that nobody reads blocks its writer.
        let scratch = FileManager.default.temporaryDirectory
        let names = [UUID().uuidString, UUID().uuidString].map { scratch.appendingPathComponent($0) }
        for name in names { try Data().write(to: name) }
        let handles = try names.map { try FileHandle(forWritingTo: $0) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handles[0]
        process.standardError = handles[1]
        try process.run()
        process.waitUntilExit()
        for handle in handles { try handle.close() }
        status = process.terminationStatus
        output = String(decoding: try Data(contentsOf: names[0]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
        for name in names { try FileManager.default.removeItem(at: name) }
    }
}

/// An empty folder that goes when the value does.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("dossier-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// All files below it, sorted.
    var files: [String] {
        let all = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
        return all.filter { name in
            var isFolder: ObjCBool = false
            let path = url.appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }

    func bytes(_ path: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(path)) }
}

import Foundation
import Testing

/// What the command does where the machine, or what it is given, is against it: each fault as `Docs/endurance.md` says.
@Suite("Faults of the machine", .serialized)
struct EnduranceTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try write(
            """
            {"title": "A", "data": {"values": [{"a": "x", "b": 1}, {"a": "y", "b": 3}]}, "mark": "bar",
             "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}}}
            """, to: "a.vl.json")
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
    }

    private func text(_ name: String) -> String? {
        try? String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []).sorted()
    }

    private func report(_ name: String, _ words: String = "Words.") throws {
        let place = folder.url.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: folder.url.appendingPathComponent("a.vl.json"), to: place.appendingPathComponent("a.vl.json"))
        try write("---\ntitle: A report\n---\n\n\(words)\n\n![A figure](a.vl.json)\n", to: "\(name)/briefing.md")
    }

    /// A line of a shell, in which `$D` is the command.
    private func shell(_ line: String) throws -> CommandRun {
        try CommandRun(
            URL(fileURLWithPath: "/bin/bash"), ["-c", line], in: folder.url,
            environment: ["D": CommandRun.command.path])
    }

    @Test(
        "what cannot be written is told with status 73, and what was there stays",
        arguments: [
            "ulimit -f 1; $D draw a.vl.json -o old.svg",
            "mkdir d.png; $D draw a.vl.json -o old.svg -o d.png",
            "$D draw a.vl.json -o old.svg -o /proc/none/b.png",
            "ln -s /dev/full full.png; $D draw a.vl.json -o old.svg -o full.png",
            "ln -s loop.png loop.png; $D draw a.vl.json -o old.svg -o loop.png",
        ]) func cannotWrite(line: String) throws
    {
        try write("old", to: "old.svg")
        let run = try shell(line)
        #expect(run.status == 73, "\(line): \(run.errors)")
        #expect(run.errors.contains(": error: "))
        #expect(text("old.svg") == "old")
        #expect(!names.contains { $0.hasPrefix(".") })
    }

    @Test(
        "standard output that is full or closed is told with status 73",
        arguments: [
            "$D charts > /dev/full", "$D charts >&-", "$D --help > /dev/full",
            "$D compare a.vl.json a.vl.json --json > /dev/full",
            "$D --limits > /dev/full",
        ]) func fullOutput(line: String) throws
    {
        let run = try shell(line)
        #expect(run.status == 73 || line.contains("compare") && run.status == 65, "\(line): \(run.errors)")
    }

    @Test("pipes are read, and those that nobody writes into are told")
    func pipes() throws {
        #expect(try shell("cat a.vl.json | $D draw /dev/stdin -o a.svg").status == 0)
        #expect(try shell("$D draw <(cat a.vl.json) -o b.svg").status == 0)
        #expect(text("a.svg")?.hasSuffix("</svg>\n") == true && text("b.svg")?.hasSuffix("</svg>\n") == true)
        #expect(try shell("$D draw /dev/zero -o c.svg").status == 66)
        #expect(try shell("$D draw . -o c.svg").status == 66)
        #expect(text("c.svg") == nil)
    }

    @Test("a signal while it writes ends it by that signal, with nothing left", arguments: ["TERM", "HUP"])
    func signals(name: String) throws {
        try write("old", to: "old.svg")
        // A pipe without a reader holds up the writing.
        let run = try shell(
            "mkfifo p.png; exec 3<>p.png; $D draw a.vl.json --scale 12 -o old.svg -o p.png & P=$!; "
                + "sleep 2; kill -\(name) $P; (sleep 20; kill -KILL $P) & wait $P; echo status $?; kill $!; rm p.png")
        #expect(!run.output.contains("status 0"), "\(run.output) \(run.errors)")
        #expect(text("old.svg") == "old")
        #expect(!names.contains { $0.hasPrefix(".dossier") })
    }

    @Test("few descriptors and little memory: an exit that says why, and no output")
    func shortages() throws {
        for line in ["ulimit -v 60000; $D draw a.vl.json -o a.png", "ulimit -n 3; $D draw a.vl.json -o a.png"] {
            let run = try shell(line)
            if run.status != 0 {
                #expect(run.status < 128, "\(line): \(run.status)")
                #expect(text("a.png") == nil)
            }
        }
    }

    @Test("control characters of the input stand escaped in messages")
    func controlCharacters() throws {
        try write("{\"mark\": \"b\\u001b[31mar\\n\", \"data\": {\"values\": []}}", to: "b.vl.json")
        let run = try shell("$D draw b.vl.json -o b.svg")
        #expect(run.status == 65)
        #expect(!run.errors.utf8.contains(0x1B))
    }

    @Test(
        "hostile numbers are told with their file, or drawn: no signal, no status 70",
        arguments: [
            #"""
            {
                "data": {"sequence": {"start": 1e+21, "stop": 10}}, "mark": "point",
                "encoding": {"x": {"field": "data"}}
            }
            """#,
            #"""
            {
                "data": {"sequence": {"start": 0, "stop": -1e+19}}, "mark": "point",
                "encoding": {"x": {"field": "data"}}
            }
            """#,
            #"""
            {
                "data": {"values": [{"a": 1}]}, "mark": {"type": "text", "angle": 1e+21},
                "encoding": {"x": {"field": "a"}}
            }
            """#,
            #"""
            {
                "data": {"values": [{"a": 1}]}, "mark": "bar",
                "encoding": {
                    "color": {
                        "field": "a", "type": "quantitative",
                        "scale": {"domain": [-1e+308, 1e+308]}
                    }
                }
            }
            """#,
            #"""
            {
                "data": {"values": [{"a": 1}]}, "mark": "bar",
                "config": {"legend": {"gradientLength": 1e+21}},
                "encoding": {"color": {"field": "a", "type": "quantitative"}}
            }
            """#,
            #"""
            {
                "data": {"values": [{"a": 1}]}, "mark": "point",
                "config": {"view": {"continuousWidth": 1e+21}},
                "encoding": {"x": {"field": "a", "type": "quantitative"}}
            }
            """#,
            #"{"data": {"graticule": true}, "mark": "geoshape", "projection": {"type": "gnomonic", "scale": 1e19}}"#,
        ]) func hostileNumbers(document: String) throws
    {
        try write(document, to: "h.vl.json")
        for ending in ["png", "pdf", "svg"] {
            let run = try shell("timeout 60 $D draw h.vl.json -o h.\(ending)")
            #expect(run.status == 0 || run.status == 65, "\(document): \(run.status) \(run.errors)")
            #expect(run.status == 0 || run.errors.hasPrefix("h.vl.json"), "\(run.errors)")
            #expect(run.status == 0 || text("h.\(ending)") == nil)
        }
    }

    @Test(
        "timelines of any size that can be asked for", arguments: ["16x16", "20x100", "100x20", "16x3000", "3000x16"])
    func tinyTimelines(size: String) throws {
        try write(
            """
            figure: timeline
            title: Two
            events:
              - {date: 1990, title: First, source: s}
              - {date: 2000, title: Second, source: s}
            sources: [{id: s, text: Somewhere}]
            """, to: "t.yaml")
        let run = try shell("$D draw t.yaml --size \(size) -o t.svg")
        #expect([0, 65].contains(run.status), "\(run.errors)")
    }

    @Test("two builds at once into one folder end as one of them")
    func twoBuilds() throws {
        for name in ["one", "two"] {
            try report(name, "A paragraph of \(name).")
        }
        for _ in 0..<3 {
            _ = try shell(
                "for r in one two; do $D build $r -o shelf/out --format html,svg,pdf & done; wait")
            let page = text("shelf/out/briefing.html") ?? "", picture = text("shelf/out/pages/briefing-1.svg") ?? ""
            let isOne = page.contains("paragraph of one")
            #expect(isOne != page.contains("paragraph of two"))
            #expect(picture.contains(isOne ? "one." : "two."))
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.url.path)/shelf") == ["out"])
        }
    }

    @Test("nothing of the machine stands in an output")
    func nothingOfTheMachine() throws {
        try report("r")
        #expect(try shell("$D build r --format pdf,html,svg,pptx,png --figures").status == 0)
        let secrets = [folder.url.path, NSUserName() + "@", ProcessInfo.processInfo.hostName]
        let files = FileManager.default.enumerator(atPath: "\(folder.url.path)/r/out")
        var count = 0
        while let name = files?.nextObject() as? String {
            guard let data = try? Data(contentsOf: folder.url.appendingPathComponent("r/out/\(name)")) else { continue }
            count += 1
            for secret in secrets where secret.count > 3 {
                #expect(data.range(of: Data(secret.utf8)) == nil, "\(name) holds \(secret)")
            }
            if name.hasSuffix(".html") || name.hasSuffix(".svg") {
                let page = String(decoding: data, as: UTF8.self)
                #expect(!page.contains("<script") && !page.contains("javascript:"))
                #expect(page.range(of: "(src|xlink:href)=\"https?:", options: .regularExpression) == nil, "\(name)")
            }
            if name.hasSuffix(".pdf") {
                for word in ["/JavaScript", "/Launch", "/OpenAction", "/SubmitForm"] {
                    #expect(data.range(of: Data(word.utf8)) == nil, "\(name) holds \(word)")
                }
            }
        }
        #expect(count > 4)
    }

    @Test("watch holds two hundred slow clients and answers others at once; --port 0 names its port; SIGINT ends it")
    func slowClients() throws {
        try report("r")
        let script = """
            import re, socket, subprocess, sys, time, os, signal
            watch = subprocess.Popen([os.environ["D"], "watch", "r", "--port", "0"], stdout=subprocess.PIPE, text=True)
            port = int(re.search(r":(\\d+)/", watch.stdout.readline()).group(1))
            assert port > 0
            def connect():
                made = socket.create_connection(("127.0.0.1", port))
                return made
            slow = [connect() for _ in range(200)]
            for client in slow: client.sendall(b"GET / HT")
            worst = 0
            for _ in range(20):
                start = time.time()
                client = connect()
                client.sendall(b"GET /state HTTP/1.1\\r\\nHost: 127.0.0.1:%d\\r\\n\\r\\n" % port)
                answer = b""
                while True:
                    part = client.recv(65536)
                    if not part: break
                    answer += part
                assert b"200 OK" in answer and b"Content-Security-Policy" in answer, answer
                worst = max(worst, time.time() - start)
                slow[0].sendall(b"x")
            client = connect()
            client.sendall(b"GET /../briefing.md HTTP/1.1\\r\\nHost: 127.0.0.1:%d\\r\\n\\r\\n" % port)
            assert b"404" in client.recv(65536)
            watch.send_signal(signal.SIGINT)
            assert watch.wait(timeout=10) == 0
            print("worst", worst)
            """
        try write(script, to: "clients.py")
        let run = try shell("timeout 60 python3 clients.py")
        #expect(run.status == 0, "\(run.errors)")
        let worst = Double(run.output.split(separator: " ").last?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "")
        #expect((worst ?? 99) < 1, "an answer took \(run.output)")
    }
}

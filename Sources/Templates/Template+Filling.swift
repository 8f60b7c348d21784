import Documents
import Expressions
import Tables

extension Template {
    /// More text than this is made of no template: a loop within a loop would have no end that anybody waits for.
    static let mostBytes = 32 << 20
    static let mostTurns = 100_000

    /// The text for one set of values.
    ///
    /// - Throws: all that the values leave open: what is null, a `case` that nothing fits, a loop over what is no list.
    package func filled(with environment: ExpressionEnvironment) throws(Diagnostics) -> FilledText {
        var filling = Filling(template: self, environment: environment)
        filling.fill(parts)
        try filling.problems.throwIfErrors()
        return filling.result
    }
}

private struct Filling {
    let template: Template
    var environment: ExpressionEnvironment
    var result = FilledText()
    var problems = Diagnostics()
    private var place = Template.Place()
    private var turns = 0
    private var isStopped = false
    private var isInString = false

    init(template: Template, environment: ExpressionEnvironment) {
        self.template = template
        self.environment = environment
        result.bytes.reserveCapacity(template.contents.count)
    }

    mutating func fill(_ parts: [Template.Part]) {
        for part in parts {
            guard !isStopped, problems.all.count < 100 else { return }
            switch part {
            case .text(let span): append(span)
            case .value(let expression): append(expression)
            case .condition(let branches, let otherwise): fill(branches, otherwise: otherwise)
            case .choice(let value, let branches, let otherwise): choose(value, branches, otherwise)
            case .loop(let name, let list, let body): loop(name, list, body)
            }
        }
    }

    private mutating func append(_ span: Template.Span) {
        result.places.add(place, span.place)
        for byte in template.contents[span.bytes] { append(byte) }
        if result.bytes.count > Template.mostBytes {
            problems.add(
                Diagnostic(
                    "the template makes more than \(Template.mostBytes >> 20) MiB of text", file: template.file,
                    at: span.place.location))
            isStopped = true
        }
    }

    private mutating func append(_ byte: UInt8) {
        if byte == 0x0A {
            place = Template.Place(line: place.line + 1)
        } else {
            place.byteColumn += 1
            if byte & 0xC0 != 0x80 { place.column += 1 }
        }
        if template.isJSON, byte == UInt8(ascii: "\"") {
            var slashes = 0
            while let last = result.bytes.dropLast(slashes).last, last == UInt8(ascii: "\\") { slashes += 1 }
            if !isInString || slashes % 2 == 0 { isInString.toggle() }
        }
        result.bytes.append(byte)
    }

    private mutating func append(_ expression: TemplateExpression) {
        let value: DataValue
        do throws(Diagnostic) { value = try expression.value(in: environment) } catch {
            problems.add(error)
            return
        }
        func tell(_ message: String, _ advice: String? = nil) {
            problems.add(
                Diagnostic(
                    message, file: template.file, at: expression.place.location, path: expression.expression.text,
                    advice: advice))
        }
        if value.isNull || value.number?.isFinite == false {
            tell(
                value.isNull ? "the value is null" : "the value is no finite number",
                "write what stands in its place: {% if isValid(\(expression.expression.text)) %}…{% endif %}")
            return
        }
        guard result.values.count < FilledText.mostValues else {
            tell("more than \(FilledText.mostValues) values in one text")
            return
        }
        guard let mark = Unicode.Scalar(FilledText.firstMark + UInt32(result.values.count)) else { return }
        result.places.add(place, expression.place)
        result.values.append(
            FilledText.Value(
                value: value, expression: expression.expression.text, location: expression.place.location))
        let isBare = template.isJSON && !isInString
        for byte in (isBare ? "\"" : "").utf8 { append(byte) }
        for byte in String(Character(mark)).utf8 { append(byte) }
        for byte in (isBare ? "\"" : "").utf8 { append(byte) }
    }

    private mutating func fill(
        _ branches: [(test: TemplateExpression, body: [Template.Part])], otherwise: [Template.Part]
    ) {
        for (test, body) in branches {
            do throws(Diagnostic) {
                guard try test.isTrue(in: environment) else { continue }
            } catch {
                problems.add(error)
                return
            }
            fill(body)
            return
        }
        fill(otherwise)
    }

    private mutating func choose(
        _ expression: TemplateExpression, _ branches: [(values: [TemplateExpression], body: [Template.Part])],
        _ otherwise: [Template.Part]?
    ) {
        do throws(Diagnostic) {
            let value = try expression.value(in: environment)
            for (lists, body) in branches {
                for list in lists where try (list.value(in: environment).array ?? []).contains(value) {
                    fill(body)
                    return
                }
            }
            guard let otherwise else {
                throw Diagnostic(
                    "no `when` fits `\(value.asText)`", file: template.file, at: expression.place.location,
                    path: expression.expression.text, advice: "add a `when` for it, or an `else`")
            }
            fill(otherwise)
        } catch { problems.add(error) }
    }

    private mutating func loop(_ name: String, _ list: TemplateExpression, _ body: [Template.Part]) {
        func tell(_ message: String) {
            problems.add(
                Diagnostic(
                    message, file: template.file, at: list.place.location, path: list.expression.text,
                    advice: "a loop goes over the items of a list: [\"FRA\", \"DEU\"]"))
        }
        let value: DataValue
        do throws(Diagnostic) { value = try list.value(in: environment) } catch {
            problems.add(error)
            return
        }
        guard let items = value.array else {
            tell("`for` needs a list, not `\(value.asText.prefix(80))`")
            return
        }
        let outer = environment.values
        defer { environment.values = outer }
        for (index, item) in items.enumerated() {
            turns += 1
            guard turns <= Template.mostTurns else {
                tell("the loops of the template take more than \(Template.mostTurns) turns")
                isStopped = true
                return
            }
            environment.values[name] = item
            environment.values["loop"] = .object([
                .init("index", .number(Double(index + 1))), .init("first", .boolean(index == 0)),
                .init("last", .boolean(index == items.count - 1)), .init("length", .number(Double(items.count))),
            ])
            fill(body)
            if isStopped { return }
        }
    }
}

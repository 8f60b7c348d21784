/// Writes a node as JSON (RFC 8259): members in their order, two spaces for each level, a line's end at the end.
public enum JSONWriter {
    public static func text(of node: DocumentNode) -> String {
        var text = ""
        write(node, indent: 0, to: &text)
        return text + "\n"
    }

    private static func write(_ node: DocumentNode, indent: Int, to text: inout String) {
        switch node.value {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let value):
            // JSON has no word for what is not finite.
            if !value.isFinite {
                text += "null"
            } else if value == value.rounded(), value.magnitude < 1e15 {
                text += "\(Int(value))"
            } else {
                text += "\(value)"
            }
        case .string(let value): text += quoted(value)
        case .array(let items):
            list(
                items.map { item in { write(item, indent: indent + 1, to: &$0) } }, "[", "]", indent: indent, to: &text)
        case .object(let object):
            list(
                object.members.map { member in
                    {
                        $0 += quoted(member.key) + ": "
                        write(member.value, indent: indent + 1, to: &$0)
                    }
                }, "{", "}", indent: indent, to: &text)
        }
    }

    private static func list(
        _ items: [(inout String) -> Void], _ open: String, _ close: String, indent: Int, to text: inout String
    ) {
        text += open
        let space = String(repeating: "  ", count: indent)
        for (index, item) in items.enumerated() {
            text += (index > 0 ? ",\n" : "\n") + space + "  "
            item(&text)
        }
        text += items.isEmpty ? close : "\n" + space + close
    }

    /// A string in double quotes, escaped.
    public static func quoted(_ value: String) -> String {
        var result = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}

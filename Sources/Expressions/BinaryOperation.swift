/// What the operators of two values do (ECMAScript section 13.15.3).
enum BinaryOperation {
    typealias Body = (ExpressionValue, ExpressionValue, ExpressionFrame) throws -> ExpressionValue

    static func of(_ operation: ExpressionSyntax.Binary) -> Body {
        switch operation {
        case .add: add
        case .subtract: { a, b, _ in .number(a.number - b.number) }
        case .multiply: { a, b, _ in .number(a.number * b.number) }
        case .divide: { a, b, _ in .number(a.number / b.number) }
        case .remainder: { a, b, _ in .number(a.number.truncatingRemainder(dividingBy: b.number)) }
        case .less: { a, b, _ in .boolean(ExpressionValue.order(a, b).map { $0 < 0 } ?? false) }
        case .lessOrEqual: { a, b, _ in .boolean(ExpressionValue.order(a, b).map { $0 <= 0 } ?? false) }
        case .greater: { a, b, _ in .boolean(ExpressionValue.order(a, b).map { $0 > 0 } ?? false) }
        case .greaterOrEqual: { a, b, _ in .boolean(ExpressionValue.order(a, b).map { $0 >= 0 } ?? false) }
        case .equal: { a, b, _ in .boolean(ExpressionValue.looselyEqual(a, b)) }
        case .notEqual: { a, b, _ in .boolean(!ExpressionValue.looselyEqual(a, b)) }
        case .strictlyEqual: { a, b, _ in .boolean(ExpressionValue.strictlyEqual(a, b)) }
        case .strictlyNotEqual: { a, b, _ in .boolean(!ExpressionValue.strictlyEqual(a, b)) }
        case .bitAnd: { a, b, _ in .number(Double(a.integer32 & b.integer32)) }
        case .bitOr: { a, b, _ in .number(Double(a.integer32 | b.integer32)) }
        case .bitXor: { a, b, _ in .number(Double(a.integer32 ^ b.integer32)) }
        case .shiftLeft: { a, b, _ in .number(Double(a.integer32 &<< (b.integer32 & 31))) }
        case .shiftRight: { a, b, _ in .number(Double(a.integer32 &>> (b.integer32 & 31))) }
        case .shiftRightUnsigned:
            { a, b, _ in
                let bits = UInt32(bitPattern: a.integer32)
                return .number(Double(bits &>> UInt32(truncatingIfNeeded: b.integer32 & 31)))
            }
        }
    }

    private static func add(
        _ a: ExpressionValue, _ b: ExpressionValue, _ frame: ExpressionFrame
    ) throws -> ExpressionValue {
        let sum = ExpressionValue.add(a, b)
        if case .string(let text) = sum { try frame.spend(text.utf8.count, for: "+") }
        return sum
    }
}

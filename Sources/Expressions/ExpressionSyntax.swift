/// The tree of an expression.
indirect enum ExpressionSyntax: Sendable {
    case literal(ExpressionValue)
    /// `datum`, a parameter, or a constant such as `PI`.
    case name(String, position: Int)
    case member(ExpressionSyntax, ExpressionSyntax)
    case array([ExpressionSyntax])
    case object([(String, ExpressionSyntax)])
    case unary(Unary, ExpressionSyntax)
    case binary(Binary, ExpressionSyntax, ExpressionSyntax)
    case and(ExpressionSyntax, ExpressionSyntax)
    case or(ExpressionSyntax, ExpressionSyntax)
    case conditional(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
    case call(String, [ExpressionSyntax], position: Int)

    enum Unary: Sendable { case plus, minus, not, complement }

    enum Binary: Sendable {
        case add, subtract, multiply, divide, remainder
        case less, lessOrEqual, greater, greaterOrEqual
        case equal, notEqual, strictlyEqual, strictlyNotEqual
        case bitAnd, bitOr, bitXor, shiftLeft, shiftRight, shiftRightUnsigned
    }
}

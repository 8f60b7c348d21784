/// The tree of an expression.
indirect enum ExpressionSyntax: Sendable {
    case literal(ExpressionValue)
    /// `datum`, a parameter, or a constant such as `PI`.
    case name(String, position: Int)
    case member(ExpressionSyntax, ExpressionSyntax)
    case array([ExpressionSyntax])
    case object([(String, ExpressionSyntax)])
    case unary(Unary, ExpressionSyntax)
    /// Operators of any precedence that follow one another from left to right. A chain is a list, not a tree as deep as
    /// it is long: long ones are written, and must not take the stack.
    case chain(ExpressionSyntax, [(Binary, ExpressionSyntax)])
    case and([ExpressionSyntax])
    case or([ExpressionSyntax])
    /// `a ? b : c ? d : e`: the first branch whose test holds, or the last value.
    case conditional([(test: ExpressionSyntax, value: ExpressionSyntax)], otherwise: ExpressionSyntax)
    case call(String, [ExpressionSyntax], position: Int)

    enum Unary: Sendable { case plus, minus, not, complement }

    enum Binary: Sendable {
        case add, subtract, multiply, divide, remainder
        case less, lessOrEqual, greater, greaterOrEqual
        case equal, notEqual, strictlyEqual, strictlyNotEqual
        case bitAnd, bitOr, bitXor, shiftLeft, shiftRight, shiftRightUnsigned
    }
}

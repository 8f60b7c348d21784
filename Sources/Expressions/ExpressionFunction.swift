import Tables

/// The arguments of one call; an argument that is not there is undefined.
struct ExpressionArguments {
    let values: [ExpressionValue]
    let name: String

    var count: Int { values.count }
    subscript(index: Int) -> ExpressionValue { index < values.count ? values[index] : .undefined }

    func number(_ index: Int) -> Double { self[index].number }
    func text(_ index: Int) -> String { self[index].text }

    /// An argument as a whole number within ±10¹⁵; the default where it is missing or NaN.
    func integer(_ index: Int, default usual: Int = 0) -> Int {
        guard index < values.count else { return usual }
        if case .undefined = values[index] { return usual }
        let value = values[index].number
        if value.isNaN { return 0 }
        return Int(max(-1e15, min(1e15, value)).rounded(.towardZero))
    }

    /// An argument that must be a list.
    func array(_ index: Int) throws -> [DataValue] {
        if case .array(let values) = self[index] { return values }
        throw ExpressionProblem("`\(name)` needs a list")
    }
}

struct ExpressionFunction: Sendable {
    let arguments: ClosedRange<Int>
    let body: @Sendable (ExpressionArguments, ExpressionFrame) throws -> ExpressionValue

    init(
        _ arguments: ClosedRange<Int>,
        _ body: @escaping @Sendable (ExpressionArguments, ExpressionFrame) throws -> ExpressionValue
    ) {
        self.arguments = arguments
        self.body = body
    }
}

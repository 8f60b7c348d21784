import Documents
import Expressions
import Tables

/// One step from table to table. A document names it in a `transform` list; what an encoding implies is one made in
/// Swift.
package protocol Transform: Sendable {
    /// The property that tells this transform from others.
    static var key: String { get }

    /// Reads the transform; what is wrong with it is told to the reader.
    init(_ reader: inout DocumentReader)

    /// - Throws: a diagnostic; its place is added by whoever runs the list.
    func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table
}

/// A transform that looks at the rows of each group by themselves.
package protocol GroupingTransform: Transform {
    var groupby: [String] { get set }
}

/// Every transform that there is. A new one is a file and a line here.
package enum TransformRegistry {
    package static let all: [any Transform.Type] = [
        AggregateTransform.self,
        BinTransform.self,
        CalculateTransform.self,
        DensityTransform.self,
        FilterTransform.self,
        FlattenTransform.self,
        FoldTransform.self,
        ImputeTransform.self,
        JoinAggregateTransform.self,
        LoessTransform.self,
        LookupTransform.self,
        PivotTransform.self,
        QuantileTransform.self,
        RegressionTransform.self,
        SampleTransform.self,
        StackTransform.self,
        TimeUnitTransform.self,
        WindowTransform.self,
        // `extent` is a property of others too: the first that fits is taken.
        ExtentTransform.self,
    ]
}

/// What transforms may ask of the document around them; `extent` adds to its parameters.
package struct TransformContext: Sendable {
    package typealias Load = @Sendable (_ data: DocumentNode, _ path: String) throws(Diagnostics) -> Table

    package var environment: ExpressionEnvironment
    /// What a selection holds at the start, by parameter; a parameter that is not here has nothing selected.
    package var selections: [String: any RowSelection]
    /// Reads the data that a `lookup` names.
    package var load: Load
    /// What went oddly but not wrong.
    package var warnings = Diagnostics()

    package init(
        environment: ExpressionEnvironment = ExpressionEnvironment(), selections: [String: any RowSelection] = [:],
        load: @escaping Load = { _, path throws(Diagnostics) in
            throw Diagnostics([Diagnostic("there is no data to look up in", path: path)])
        }
    ) {
        self.environment = environment
        self.selections = selections
        self.load = load
    }
}

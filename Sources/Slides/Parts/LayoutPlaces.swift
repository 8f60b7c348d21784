/// What a slide needs to know of the layout that it stands on.
struct LayoutPlaces {
    /// The layout's part, from a slide's folder.
    var target: String
    var title: Placeholder.Kind
    var titleFrame: Frame
    /// What holds paragraphs; nil where the layout has none.
    var body: Placeholder.Kind?
    /// Where a figure stands that bears its own title.
    var figure: Frame
    /// Where it stands beneath the slide's title; nil where that is the same, because the layout has a title of its own
    /// that figures must leave alone.
    var untitledFigure: Frame?
    /// The placeholder that a picture or a chart fills; nil where it stands free.
    var content: Placeholder.Kind?

    /// The title stands in the layout's place, not in the figure's.
    var keepsTitle: Bool { untitledFigure == nil }
}

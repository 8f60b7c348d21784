import VegaLite

/// What of Vega-Lite is drawn.
public typealias ChartSupport = VegaLite.ChartSupport

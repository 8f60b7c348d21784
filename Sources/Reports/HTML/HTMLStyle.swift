import SceneGraph
import Typography

/// The style sheet of a report's HTML page, from the theme that its figures are drawn with.
enum HTMLStyle {
    static func css(_ theme: Theme) -> String {
        let families = ([theme.family] + theme.fallbackFamilies + ["Noto Sans CJK SC"]).map { "\"\($0)\"" }.joined(
            separator: ",")
        let isDark = theme.background.luminance < 0.2
        return """
            :root{--ink:\(theme.ink.css);--muted:\(theme.mutedInk.css);--accent:\(theme.accent.css);\
            --grid:\(theme.grid.css);--background:\(theme.background.css);--paper:\(theme.background.css);\
            --bar:\(theme.neutral.css);\
            \(callOuts(theme))color-scheme:\(isDark ? "dark" : "light")}
            \(isDark ? "" : dark(theme))
            *{box-sizing:border-box}
            html{font:16px/1.55 \(families),sans-serif;color:var(--ink);background:var(--background)}
            body{max-width:46rem;margin:0 auto;padding:2.5rem clamp(1rem,4vw,1.25rem) 4rem}
            h1{font-size:clamp(1.8rem,6vw,2.4rem);line-height:1.15;margin:0 0 \
            .4rem;padding-top:1rem;border-top:6px solid var(--accent)}
            h2{font-size:1.5rem;line-height:1.25;margin:2.6rem 0 .6rem;padding-top:.7rem;border-top:1px solid \
            var(--ink)}
            h3{font-size:1.15rem}h4,h5,h6{font-size:1rem}h3,h4,h5,h6{margin:1.8rem 0 .4rem}
            .logo{height:2.6rem;max-width:60%;display:block;margin-bottom:1.4rem;background:var(--paper)}
            .subtitle{font-size:1.25rem;color:var(--muted);margin:0}
            .byline{color:var(--muted);font-size:.85rem}
            .key-figures{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));\
            gap:1.2rem;padding:0;margin:1.6rem 0}
            .key-figures li{border-top:2px solid var(--ink);padding-top:.4rem;font-size:.8rem;color:var(--muted)}
            .key-figures .value{display:block;font-size:2.4rem;line-height:1.1;font-weight:700;\
            color:var(--accent);padding-bottom:.25rem;overflow-wrap:anywhere}
            .key-figures .unit{font-size:.95rem;display:block;line-height:1.3;overflow-wrap:normal}
            .key-figures .unit+sup,.key-figures a:has(.unit)+sup{line-height:1}
            .key-figures sup{font-size:.8rem;line-height:0;vertical-align:super}
            nav{font-size:.85rem;margin:1.5rem 0}
            nav ol{list-style:none;padding:0;margin:.3rem 0;columns:14rem 2}
            .lead{font-size:1.15rem}
            a{color:inherit;text-decoration-color:var(--accent)}
            a.fact,td[data-facts] a,th[scope=row] a{text-decoration:none}
            a.fact:hover{text-decoration:underline}
            sup{line-height:0;font-size:.68em}
            sup a{color:var(--accent);text-decoration:none;padding:0 .1em}
            figure{margin:2rem 0;border-top:2px solid var(--accent);container-type:inline-size}
            .drawing{background:var(--paper);margin:0 -\(bleed(theme, 640))%}
            .narrow svg{min-width:var(--least,0)}
            .drawing.narrow{display:none;overflow-x:auto;margin:0 -\(bleed(theme, 340 - 2 * theme.margin))%}
            @container (max-width:\(Int(HTMLFigures.least))px){.drawing.broad{display:none}\
            .drawing.narrow{display:block}}
            .picture{border:0}.picture img{display:block;max-width:100%;height:auto}.picture.half img{max-width:50%}
            .picture figcaption{padding-top:.4rem}
            figure svg{display:block;width:100%;height:auto}
            figure svg text{font-family:\(families),sans-serif;text-rendering:geometricPrecision;\
            font-variant-ligatures:none}
            figcaption{font-size:.82rem;color:var(--muted);margin:.35rem 0 .1rem}
            figcaption strong,caption strong{color:var(--accent)}
            .side-by-side{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1.5rem}
            .call-out{--tone:var(--note);margin:1.5rem 0;padding:.7rem 1rem;border-left:3px solid \
            var(--tone);background:color-mix(in srgb,var(--tone) 7%,transparent)}
            .call-out>strong{color:var(--tone)}.call-out>:last-child{margin-bottom:0}
            .tip{--tone:var(--tip)}.important{--tone:var(--important)}.warning{--tone:var(--warning)}\
            .caution{--tone:var(--caution);border-left-width:6px}
            dt{font-weight:700;margin-top:.8rem}dd{margin:0 0 0 1.4rem}dd p{margin:.2rem 0}
            .tasks{list-style:none;padding-left:.2rem}
            blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--accent)}
            abbr{text-decoration:none}
            code{font-family:"Liberation Mono",monospace;font-size:.9em}
            pre{background:var(--grid);padding:.7rem 1rem;overflow:auto;white-space:pre-wrap;font-size:.85rem}
            table{border-collapse:collapse;width:100%;font-size:.85rem;margin:1.2rem 0}
            .wide{overflow-x:auto}
            .wide:focus-visible,pre:focus-visible{outline:2px solid var(--accent)}
            .wide td,.wide th{overflow-wrap:normal;hyphens:none}
            td.right{white-space:nowrap;font-variant-numeric:tabular-nums}
            .source{font-size:.8rem;color:var(--muted);margin-top:-.8rem}
            .page-break{break-after:page}
            caption{text-align:left;padding:.3rem 0;font-size:.82rem;color:var(--muted)}
            th{text-align:left}thead th{border-bottom:1px solid var(--ink)}tbody \
            th{font-weight:400;border-bottom:1px solid var(--grid)}
            th,td{padding:.25rem .8rem .25rem 0;vertical-align:top}
            td{border-bottom:1px solid var(--grid)}
            .right{text-align:right}.center{text-align:center}
            .notes{font-size:.82rem}
            .notes li:target,figure:target{outline:2px solid var(--accent);outline-offset:4px}
            @media print{body{max-width:none;padding:0}figure,tr,.call-out{break-inside:avoid}h2,\
            h3{break-after:avoid}.drawing.narrow{display:none!important}.drawing.broad{display:block!important}}

            """
    }

    /// A figure's title stands on the text's edge, its own margin reaches beyond; in per cent.
    private static func bleed(_ theme: Theme, _ width: Double) -> String { HTMLText.number(100 * theme.margin / width) }

    private static func callOuts(_ theme: Theme) -> String {
        CallOut.Kind.allCases.map { "--\($0.rawValue):\(CallOutColors.color(of: $0, in: theme).css);" }.joined()
    }

    /// What a reader who likes dark pages sees: the same hues on a dark ground, figures on their own paper.
    private static func dark(_ theme: Theme) -> String {
        var night = theme
        night.background = Color(hex: 0x15181E)
        night.ink = Color(hex: 0xE6E8EC)
        func readable(_ color: Color) -> Color {
            var color = color
            for _ in 0..<16 where color.contrast(with: night.background) < 4.6 { color = night.ink.over(color, 0.15) }
            return color
        }
        return "@media screen and (prefers-color-scheme:dark){:root{--ink:\(night.ink.css);--muted:#a9b0bc;"
            + "--accent:\(readable(theme.accent).css);--grid:#333943;--background:\(night.background.css);"
            + callOuts(night) + "color-scheme:dark}}"
    }
}

import SceneGraph
import Typography

/// The style sheet of a report's HTML page, from the theme that its figures are drawn with.
enum HTMLStyle {
    static func css(_ theme: Theme) -> String {
        let families = ([theme.family] + theme.fallbackFamilies + ["Noto Sans CJK SC"]).map { "\"\($0)\"" }.joined(
            separator: ",")
        return """
            :root{--ink:\(theme.ink.css);--muted:\(theme.mutedInk.css);--accent:\(theme.accent.css);\
            --grid:\(theme.grid.css);--background:\(theme.background.css)}
            *{box-sizing:border-box}
            html{font:16px/1.55 \(families),sans-serif;color:var(--ink);background:var(--background)}
            body{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
            h1{font-size:2.4rem;line-height:1.15;margin:0 0 .4rem;padding-top:1rem;border-top:6px solid var(--accent)}
            h2{font-size:1.25rem;margin:2.6rem 0 .6rem;padding-top:.7rem;border-top:1px solid var(--ink)}
            h3,h4,h5,h6{font-size:1rem;color:var(--accent);margin:1.8rem 0 .4rem}
            .subtitle{font-size:1.25rem;color:var(--muted);margin:0}
            .byline{color:var(--muted);font-size:.85rem}
            .key-figures{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1.2rem;padding:0;margin:1.6rem 0}
            .key-figures li{border-top:2px solid var(--ink);padding-top:.4rem;font-size:.8rem;color:var(--muted)}
            .key-figures sup{margin-left:.15em}
            .key-figures .value{display:block;font-size:1.4rem;white-space:nowrap;line-height:1.2;font-weight:700;color:var(--accent)}
            nav{font-size:.85rem;margin:1.5rem 0}
            nav ol{list-style:none;padding:0;margin:.3rem 0;columns:2}
            .lead{font-size:1.15rem}
            a{color:inherit;text-decoration-color:var(--accent)}
            a.fact,td[data-facts] a,th[scope=row] a{text-decoration:none}
            a.fact:hover{text-decoration:underline}
            sup{line-height:0;font-size:.68em}
            sup a{color:var(--accent);text-decoration:none;padding:0 .1em}
            figure{margin:2rem 0;border-top:2px solid var(--accent)}
            figure svg{display:block;width:100%;height:auto}
            figure svg text{font-family:\(families),sans-serif;text-rendering:geometricPrecision;font-variant-ligatures:none}
            figcaption{font-size:.82rem;color:var(--muted);margin-top:.4rem}
            figcaption strong{color:var(--ink)}
            .side-by-side{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1.5rem}
            .call-out{margin:1.5rem 0;padding:.7rem 1rem;border-left:3px solid var(--accent);background:color-mix(in srgb,var(--accent) 7%,transparent)}
            .call-out strong{color:var(--accent)}
            blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--accent)}
            abbr{text-decoration:none}
            code{font-family:"Liberation Mono",monospace;font-size:.9em}
            pre{background:var(--grid);padding:.7rem 1rem;overflow:auto;white-space:pre-wrap;font-size:.85rem}
            table{border-collapse:collapse;width:100%;font-size:.85rem;margin:1.2rem 0}
            .wide{overflow-x:auto}
            caption{text-align:left;font-weight:700;padding:.3rem 0}
            th{text-align:left;border-bottom:1px solid var(--ink)}
            th,td{padding:.25rem .8rem .25rem 0;vertical-align:top}
            td{border-bottom:1px solid var(--grid)}
            .right{text-align:right}.center{text-align:center}
            .notes{font-size:.82rem}
            .notes li:target,figure:target{outline:2px solid var(--accent);outline-offset:4px}
            @media print{body{max-width:none}figure,tr{break-inside:avoid}}

            """
    }
}

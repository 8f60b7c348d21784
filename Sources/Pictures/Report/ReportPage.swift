/// How the report looks and moves.
enum ReportPage {
    static let style = """
        :root{color-scheme:light dark;--ink:#1a1f2b;--ground:#fff;--line:#8a909c;--mark:#b3282d}
        @media (prefers-color-scheme:dark){:root{--ink:#e8eaee;--ground:#16191f;--line:#767d8a;--mark:#ff7b7f}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:110rem;padding:1.5rem;font:1rem/1.5 \
        system-ui,sans-serif;color:var(--ink);background:var(--ground)}
        h1{font-size:1.5rem;margin:0}h2{font-size:1.2rem;margin:0 0 .25rem}
        section{border-top:1px solid var(--line);padding:1.25rem 0}
        section:focus{outline:none}
        code,kbd{font-family:ui-monospace,monospace;font-size:.9em}
        kbd{border:1px solid var(--line);border-radius:3px;padding:0 .3em}
        ul.changes{margin:.25rem 0 .75rem;padding-left:1.2rem}
        button{font:inherit;color:inherit;background:none;border:1px solid \
        var(--line);border-radius:4px;padding:.15rem .6rem;cursor:pointer}
        button.show{border:0;padding:0;text-align:left;text-decoration:underline;text-underline-offset:.2em}
        button[aria-pressed=true]{background:var(--ink);color:var(--ground)}
        button.show[aria-pressed=true]{background:none;color:var(--mark)}
        :focus-visible{outline:3px solid #2f7fd6;outline-offset:2px}
        #said{position:fixed;right:1rem;bottom:1rem;margin:0;padding:.3rem \
        .8rem;border-radius:4px;color:var(--ground);background:var(--ink)}
        #said:empty{display:none}
        p.accept{margin:0 0 .75rem}
        .views{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;margin-bottom:.5rem}
        .pictures{display:grid;gap:1rem}
        .pictures.side{grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
        figure{margin:0;min-width:0}figcaption{font-weight:600}
        .frame{position:relative;display:inline-block;max-width:100%;border:1px solid \
        var(--line);line-height:0;background:#fff}
        .frame img{display:block;max-width:100%;height:auto}
        .frame i{position:absolute;display:none;border:2px solid var(--mark);outline:1px solid \
        #fff;margin:-3px;padding:3px;box-sizing:content-box;pointer-events:none}
        .frame i.on{display:block}
        .pictures.difference .expected,.pictures.difference .actual{display:none}
        .pictures.slider .difference,.pictures.blink .difference{display:none}
        .pictures.slider,.pictures.blink{grid-template-columns:1fr}
        .pictures.slider figure,.pictures.blink figure{grid-area:1/1}
        .pictures.slider .expected .frame{clip-path:inset(0 calc(100% - var(--split,50%)) 0 0)}
        .pictures.slider .expected,.pictures.blink .expected{z-index:1;pointer-events:none}
        .pictures.slider .frame{touch-action:none;cursor:ew-resize}
        .pictures.slider figcaption,.pictures.blink figcaption{visibility:hidden}
        .pictures.blink.off .expected{visibility:hidden}
        """

    /// Blinking stops by itself where a reader asked for less motion: each press of the key then shows the other.
    static let script = """
        'use strict';
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        let current = -1;
        const sections = [...document.querySelectorAll('section')];
        function show(section, view) {
          const pictures = section.querySelector('.pictures');
          if (!section.querySelector('.views')) return;
          const again = pictures.classList.contains('blink') && view === 'blink';
          pictures.className = 'pictures ' + view + (again && !pictures.classList.contains('off') ? ' off' : '');
          for (const button of section.querySelectorAll('[data-view]'))
            button.setAttribute('aria-pressed', button.dataset.view === view);
          section.querySelector('.split').hidden = view !== 'slider';
        }
        const said = document.getElementById('said');
        function copy(button) {
          const code = button.previousElementSibling;
          getSelection().selectAllChildren(code);
          const copied = document.execCommand('copy');
          said.textContent = '';
          setTimeout(() => said.textContent = copied ? 'Copied: ' + code.textContent : 'Selected: copy it with \
          your keyboard');
        }
        document.addEventListener('click', event => {
          const button = event.target.closest('button.copy');
          if (button) copy(button);
        });
        for (const section of sections) {
          section.addEventListener('focusin', () => current = sections.indexOf(section));
          section.addEventListener('click', event => {
            const button = event.target.closest('button');
            if (!button) return;
            if (button.dataset.view) show(section, button.dataset.view);
            if (button.dataset.change) {
              const on = button.getAttribute('aria-pressed') !== 'true';
              button.setAttribute('aria-pressed', on);
              for (const box of section.querySelectorAll(`i[data-change="${button.dataset.change}"]`))
                box.classList.toggle('on', on);
            }
          });
          const range = section.querySelector('input[type=range]');
          if (!range) continue;
          const pictures = section.querySelector('.pictures');
          range.addEventListener('input', () => pictures.style.setProperty('--split', range.value + '%'));
          // The picture itself can be dragged across, too.
          pictures.addEventListener('pointermove', event => {
            const frame = event.target.closest('.frame');
            if (!frame || !pictures.classList.contains('slider') || (event.pointerType === 'mouse' && \
            !event.buttons)) return;
            const box = frame.getBoundingClientRect();
            range.value = Math.round((event.clientX - box.left) / box.width * 100);
            range.dispatchEvent(new Event('input'));
          });
        }
        if (!still) setInterval(() => {
          for (const pictures of document.querySelectorAll('.pictures.blink')) pictures.classList.toggle('off');
        }, 700);
        document.addEventListener('keydown', event => {
          if (event.ctrlKey || event.metaKey || event.altKey || !sections.length) return;
          const key = event.key.toLowerCase();
          if (key === 'j' || key === 'k') {
            current = Math.max(0, Math.min(sections.length - 1, current + (key === 'j' ? 1 : -1)));
            sections[current].focus();
            sections[current].scrollIntoView();
          }
          if (key === 'a') {
            const button = sections[Math.max(0, current)].querySelector('button.copy');
            if (button) copy(button);
          }
          const view = { 1: 'side', 2: 'slider', 3: 'blink', 4: 'difference' }[key];
          if (view && event.target.type !== 'range') show(sections[Math.max(0, current)], view);
        });
        """
}

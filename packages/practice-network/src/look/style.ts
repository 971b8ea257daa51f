/** How the pages look: the studio's colours and sizes, with the fonts that are there. */
export const style = `
:root { color-scheme: light dark; --bg: #FAF8F5; --surface: #FFF; --ink: #211D1A; --muted: #6A625B; --line: #E6E0D9; --accent: #B8431F; --ribbon: #FFF3D6; --stripe: #FBE7B2; --sun: #7A5000; --leaf: #2E6B4E; --shade: #F1ECE6;
  --g0: #E6F2EB; --g1: #FBEDE7; --g2: #E6F0FA; --g3: #FFF3D6; --g4: #FCE8EB; --i0: #2E6B4E; --i1: #B8431F; --i2: #1F5F99; --i3: #8A5A00; --i4: #A3213A; }
@media (prefers-color-scheme: dark) { :root { --bg: #171513; --surface: #211E1B; --ink: #F4EFEA; --muted: #B5ABA2; --line: #3A352F; --accent: #FF9B73; --ribbon: #3A3019; --stripe: #453A20; --sun: #F2C25B; --leaf: #7CCBA2; --shade: #2A2622;
  --g0: #20352B; --g1: #3A2620; --g2: #1F2E3D; --g3: #3A3019; --g4: #3A2026; --i0: #7CCBA2; --i1: #FF9B73; --i2: #8CC2F5; --i3: #F2C25B; --i4: #FF8FA0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.5 Inter, system-ui, sans-serif; }
.ribbon { display: flex; flex-wrap: wrap; gap: 2px 16px; align-items: center; padding: 5px 24px; font-size: 13px; color: var(--sun); background: repeating-linear-gradient(-60deg, var(--ribbon) 0 18px, var(--stripe) 18px 36px); }
.ribbon > span { padding: 0 6px; background: var(--ribbon); border-radius: 6px; }
.ribbon .second { margin-left: auto; }
main { max-width: 960px; margin: 0 auto; padding: 24px 24px 72px; }
nav.top { display: flex; justify-content: space-between; gap: 16px; font-size: 14px; min-height: 32px; align-items: center; margin-bottom: 8px; }
h1 { font: 500 32px/1.2 Fraunces, Georgia, serif; margin: 0; overflow-wrap: anywhere; }
h2 { font: 500 20px/1.3 Fraunces, Georgia, serif; margin: 0 0 12px; }
p { margin: 0 0 12px; }
a { color: var(--accent); text-underline-offset: 3px; }
a.plain { color: inherit; text-decoration: none; }
a.plain:hover { text-decoration: underline; }
a:focus-visible, video:focus-visible, .strip:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
ul, ol { list-style: none; margin: 0; padding: 0; }
img, video { display: block; width: 100%; height: auto; }
.muted { color: var(--muted); font-size: 14px; }
.lead { color: var(--muted); font-size: 16px; max-width: 60ch; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
.icon { width: 18px; height: 18px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; vertical-align: -4px; flex: none; }
.face { width: 40px; height: 40px; border-radius: 50%; flex: none; }
.person { display: grid; place-items: center; width: 36px; height: 36px; border-radius: 50%; font-size: 13px; font-weight: 600; flex: none; }
.g0 { background: var(--g0); color: var(--i0); } .g1 { background: var(--g1); color: var(--i1); } .g2 { background: var(--g2); color: var(--i2); } .g3 { background: var(--g3); color: var(--i3); } .g4 { background: var(--g4); color: var(--i4); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.accounts { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 24px; margin-top: 32px; }
.account { display: block; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; color: inherit; text-decoration: none; }
.account:hover { border-color: var(--accent); }
.account .who { display: flex; gap: 12px; align-items: center; padding: 16px; }
.account strong { display: block; font-size: 16px; }
.account .row { display: grid; grid-template-columns: repeat(3, 1fr); gap: 3px; background: var(--bg); }
.profile { display: flex; gap: 24px; align-items: center; padding: 16px 0 24px; }
.profile .face { width: 88px; height: 88px; }
.facts { display: flex; flex-wrap: wrap; gap: 4px 20px; color: var(--muted); font-variant-numeric: tabular-nums; margin-top: 6px; }
.facts b { color: var(--ink); font-weight: 600; }
.stories { display: flex; gap: 16px; overflow-x: auto; padding: 4px 4px 20px; }
.stories a { display: grid; justify-items: center; gap: 4px; font-size: 13px; color: var(--muted); text-decoration: none; }
.ring { width: 68px; height: 68px; padding: 3px; border: 2px solid var(--accent); border-radius: 50%; }
.ring img, .ring video, .ring .none { width: 100%; height: 100%; border-radius: 50%; object-fit: cover; background: var(--shade); }
.grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4px; }
.tile { position: relative; display: block; aspect-ratio: 4 / 5; background: var(--shade); overflow: hidden; color: inherit; text-decoration: none; }
.tile img, .tile video { width: 100%; height: 100%; object-fit: cover; }
.tile .sign { position: absolute; top: 8px; right: 8px; color: #FFF; filter: drop-shadow(0 0 2px rgba(0, 0, 0, .7)); }
.tile .said { position: absolute; inset: auto 0 0 0; padding: 24px 10px 8px; color: #FFF; font-size: 13px; background: linear-gradient(transparent, rgba(20, 16, 13, .75)); opacity: 0; transition: opacity .15s ease-out; }
.tile:hover .said, .tile:focus-visible .said { opacity: 1; }
.said .words { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; white-space: normal; }
.row .tile { aspect-ratio: 1; }
.tile .none { display: grid; place-items: center; height: 100%; padding: 12px; text-align: center; color: var(--muted); font-size: 13px; overflow: hidden; }
.column { max-width: 620px; margin: 0 auto; }
.feed { max-width: 620px; margin: 0 auto; display: grid; gap: 24px; }
article { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
article > header { display: flex; gap: 12px; align-items: center; padding: 14px 16px; }
article > header > div { min-width: 0; }
article > .words { margin: 0; padding: 0 16px 14px; }
article > .alone + .words, article > .strip + .words { padding-top: 14px; }
article > .big { font-size: 20px; line-height: 1.4; padding-bottom: 20px; }
article > footer { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 12px 16px; color: var(--muted); font-size: 14px; border-top: 1px solid var(--line); }
article > footer a { color: inherit; text-decoration: none; }
article > footer a:hover { text-decoration: underline; }
.link { display: block; padding: 12px 16px; background: var(--shade); color: inherit; overflow-wrap: anywhere; text-decoration: none; font-size: 14px; }
.link b { display: block; }
.strip { display: flex; overflow-x: auto; scroll-snap-type: x mandatory; background: var(--shade); }
.strip > li { flex: 0 0 100%; scroll-snap-align: start; display: grid; align-items: center; }
.many { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; background: var(--surface); }
.many > li:first-child:nth-last-child(odd) { grid-column: 1 / -1; }
figure { margin: 0; position: relative; background: var(--shade); }
.many figure, .many figure img { height: 100%; }
.many figure img { object-fit: cover; }
/* Only what carries no product is held to the window: dots stand in shares of the picture. */
.story figure img, .alone video, .strip video { max-height: 78vh; object-fit: contain; }
.count { position: absolute; top: 12px; right: 12px; padding: 2px 10px; border-radius: 12px; background: rgba(33, 29, 26, .78); color: #FFF; font-size: 13px; font-variant-numeric: tabular-nums; }
.spot { position: absolute; width: 0; height: 0; }
.spot::before { content: ""; position: absolute; width: 14px; height: 14px; margin: -7px; border-radius: 50%; background: #FFF; border: 4px solid #211D1A; box-shadow: 0 0 0 2px rgba(255, 255, 255, .85); }
.spot span { position: absolute; top: 14px; left: -14px; padding: 5px 10px; border-radius: 6px; background: #211D1A; color: #FFF; font-size: 13px; line-height: 1.35; width: max-content; max-width: 190px; overflow-wrap: anywhere; }
.spot b { display: block; font-weight: 600; font-variant-numeric: tabular-nums; }
.spot:hover { z-index: 1; }
.spot.west span { left: auto; right: -14px; }
.spot.north span { top: auto; bottom: 14px; }
.products { display: grid; gap: 8px; padding: 14px 16px; border-top: 1px solid var(--line); }
.products li { display: flex; justify-content: space-between; gap: 16px; }
.price { font-variant-numeric: tabular-nums; white-space: nowrap; }
.single { display: grid; gap: 24px; align-items: start; }
.story article { max-width: 380px; margin: 0 auto; }
.comments { display: grid; gap: 20px; }
.comments li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; }
.comments .person, .comments .face { grid-row: span 2; width: 36px; height: 36px; }
.comments .replies { grid-column: 2; display: grid; gap: 14px; margin-top: 12px; padding-left: 14px; border-left: 2px solid var(--line); }
.comments .own { color: var(--leaf); }
.hidden > div > .words { color: var(--muted); text-decoration: line-through; }
.pager { display: flex; justify-content: space-between; gap: 16px; max-width: 620px; margin: 24px auto 0; }
.pager a { display: inline-block; padding: 7px 14px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); text-decoration: none; }
.pager a:hover { border-color: var(--accent); }
.pager .older { margin-left: auto; }
.empty { max-width: 44ch; margin: 64px auto; text-align: center; color: var(--muted); }
.empty h2 { color: var(--ink); font-size: 24px; }
@media (min-width: 900px) {
  .single.two { grid-template-columns: minmax(0, 1.15fr) minmax(300px, 1fr); gap: 32px; }
}
@media (max-width: 560px) {
  main { padding: 16px 12px 48px; }
  .profile { gap: 16px; }
  .profile .face { width: 64px; height: 64px; }
  .grid { gap: 2px; }
}
@media (prefers-reduced-motion: reduce) { .tile .said { transition: none; } }
`;

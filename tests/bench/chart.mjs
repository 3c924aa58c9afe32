// A run as bars, to be looked at in light and in dark.
import { clockOf, digits, time } from './report.mjs';

const width = 720;
const names = 150;
const bar = 18;
const step = 26;
const panelGap = 58;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function panel(title, results, clock, top) {
  const longest = Math.max(...results.map((result) => result[clock].median));
  const room = width - names - 150;
  const bars = results.map(({ name, [clock]: { median, ratio } }, index) => {
    const y = top + 16 + index * step;
    const length = Math.max(1.5, (median / longest) * room);
    const label = index === 0 ? time(median) : `${time(median)}, ${digits(ratio.median)}×`;
    return `<text x="${names - 10}" y="${y + 13}" text-anchor="end"${index === 0 ? ' class="ours"' : ''}>${escaped(name)}</text>
<rect x="${names}" y="${y}" width="${length.toFixed(1)}" height="${bar}" rx="2"${index === 0 ? ' class="ours"' : ''}/>
<text x="${(names + length + 8).toFixed(1)}" y="${y + 13}">${label}</text>`;
  });
  return {
    svg: `<text x="0" y="${top}" class="title">${escaped(title)}</text>\n${bars.join('\n')}`,
    bottom: top + 16 + results.length * step,
  };
}

export function chart(measured) {
  const { checks, tables, columns } = measured;
  const clock = clockOf(measured);
  const panels = [
    ['One decision in brief: status, days and every rule’s outcome', checks.brief],
    [`A table of ${tables.rows.toLocaleString('en-US')} rows, from bytes to decisions`, tables.table],
    ['Typed columns, for one person', columns.table],
  ];
  let bottom = 20 - panelGap;
  const drawn = panels.map(([title, results]) => {
    const { svg, bottom: end } = panel(title, results, clock, bottom + panelGap);
    bottom = end;
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 28}" width="${width}" height="${bottom + 28}" role="img" aria-label="Median times of a benchmark run, shorter is faster">
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title, text.ours { font-weight: 600 }
rect { fill: #8c959f }
rect.ours { fill: #0f6cbd }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  rect { fill: #6e7681 }
  rect.ours { fill: #479ef5 }
}
</style>
${drawn.join('\n')}
<text x="0" y="${bottom + 22}">${clock === 'cpu' ? 'Processor time, medians' : 'Medians'}; shorter is faster. Behind the comma: how many times our time.</text>
</svg>
`;
}

// The card of an answer as a picture: what was asked, the answer, its days, and by which rules. Drawn here; nothing is fetched.
import type { Catalogue } from 'partnercheck';
import type { Messages } from '../library/messages.js';
import type { Asked } from './bar.js';

const width = 1200;
const margin = 64;
/** Of the mark at the side, by status; those of the page in the light. */
const marks: Readonly<Record<string, string>> = {
  allowed: '#1b6b3a',
  deferred: '#7a4d00',
  denied: '#43405f',
  needs_info: '#145a7a',
};

interface Line {
  text: string;
  size: number;
  weight: number;
  colour: string;
  /** Above it. */
  space: number;
}

/** @throws when the browser cannot draw. */
export async function cardImage(asked: Asked, catalogue: Catalogue, messages: Messages): Promise<Blob> {
  const { status } = asked.preview.decision;
  const lines = linesOf(asked, catalogue, messages);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('no canvas');
  }
  const drawn = lines.flatMap((line) => {
    context.font = fontOf(line);
    return wrapped(context, line.text, messages.locale).map((text, index) => ({
      ...line,
      text,
      space: index === 0 ? line.space : 0,
    }));
  });
  const height = margin * 2 + drawn.reduce((sum, { size, space }) => sum + space + size * 1.35, 0);
  canvas.width = width;
  canvas.height = Math.ceil(height);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = marks[status] ?? '#145a7a';
  context.fillRect(0, 0, 16, height);
  context.textBaseline = 'top';
  let y = margin;
  for (const line of drawn) {
    y += line.space;
    context.font = fontOf(line);
    context.fillStyle = line.colour;
    context.fillText(line.text, margin, y);
    y += line.size * 1.35;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}

function linesOf({ request, preview: { decision } }: Asked, catalogue: Catalogue, messages: Messages): Line[] {
  const { words } = messages;
  const row = catalogue.actions.find(({ type }) => type === request.action.type);
  const ruleset = catalogue.rulesets.find(({ id }) => id === decision.ruleset);
  const plain = { size: 30, weight: 400, colour: '#1a1f26', space: 12 };
  const quiet = { ...plain, size: 24, colour: '#4d5866' };
  const dates = Object.entries(decision.dates).sort(([, one], [, other]) => one.localeCompare(other));
  return [
    ...(row === undefined ? [] : [{ ...quiet, text: messages.situation(row), space: 0 }]),
    {
      text: words.verdict(decision, request.today, row),
      size: 46,
      weight: 700,
      colour: '#1a1f26',
      space: 16,
    },
    ...(decision.later ?? []).map((later) => ({ ...plain, text: words.later(later, catalogue.rulesets) })),
    ...dates.map(([name, on], index) => ({
      ...plain,
      text: `${words.text(`date.${name}`)}: ${words.date(on, 'weekday')}`,
      space: index === 0 ? 28 : 12,
    })),
    {
      ...quiet,
      text: messages.sentences([
        messages.t('answer.asked_on', { today: request.today }),
        ruleset === undefined ? decision.ruleset : messages.t('answer.ruleset', { date: ruleset.as_of }),
      ]),
      space: 36,
    },
    { ...quiet, text: messages.t('footer.unofficial'), space: 8 },
  ];
}

const fontOf = ({ size, weight }: Line): string => `${weight} ${size}px system-ui, sans-serif`;

/** Broken where the language breaks its words. */
function wrapped(context: CanvasRenderingContext2D, text: string, locale: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (line !== '' && context.measureText(line + segment).width > width - 2 * margin && segment.trim() !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    line += segment;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

// The mutants of a source: each one small change that a test should notice. Of text, not of a syntax tree: the sources
// are formatted, so a comparison has blanks around it and the bracket of a template has none.

/** The text with comments, strings and preprocessor lines blanked out: what stands there is never changed. */
function codeOf(text) {
  const blank = (part) => part.replace(/[^\n]/g, ' ');
  let code = text
    .replace(/\/\/[^\n]*|R"\w*\([\s\S]*?\)\w*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g, blank)
    .replace(/^#.*$/gm, blank);
  for (const { index, 0: opening } of code.matchAll(/\b(?:static_)?assert\(/g)) {
    const end = closing(code, index + opening.length - 1);
    code = code.slice(0, index) + blank(code.slice(index, end)) + code.slice(end);
  }
  return code;
}

const operators = {
  comparison: {
    ' <': [' <=', ' >'],
    ' <=': [' <', ' >'],
    ' >': [' >=', ' <'],
    ' >=': [' >', ' <'],
    ' ==': [' !='],
    ' !=': [' =='],
  },
  logic: { ' &&': [' ||'], ' ||': [' &&'], true: ['false'], false: ['true'] },
  arithmetic: {
    ' +': [' -'],
    ' -': [' +'],
    ' +=': [' -='],
    ' -=': [' +='],
    'std::max': ['std::min'],
    'std::min': ['std::max'],
    'ranges::all_of': ['ranges::any_of'],
    'ranges::any_of': ['ranges::all_of'],
    'ranges::none_of': ['ranges::any_of'],
  },
  outcome: {
    'FindingBuilder::met(': ['FindingBuilder::not_met(', 'FindingBuilder::unknown('],
    'FindingBuilder::not_met(': ['FindingBuilder::met(', 'FindingBuilder::unknown('],
    'FindingBuilder::unknown(': ['FindingBuilder::met(', 'FindingBuilder::not_met('],
    'FindingBuilder::not_applicable(': ['FindingBuilder::met(', 'FindingBuilder::unknown('],
    'Outcome::met': ['Outcome::not_met'],
    'Outcome::not_met': ['Outcome::unknown'],
    'Outcome::unknown': ['Outcome::not_met'],
    'Outcome::not_applicable': ['Outcome::met'],
    'Status::allowed': ['Status::needs_info'],
    'Status::denied': ['Status::needs_info'],
    'Status::deferred': ['Status::needs_info'],
    'Status::needs_info': ['Status::allowed'],
  },
};

/** Where the bracket that opens at `at` closes. */
function closing(code, at) {
  let depth = 0;
  for (let i = at; i < code.length; i += 1) {
    if ('([{'.includes(code[i])) {
      depth += 1;
    } else if (')]}'.includes(code[i])) {
      depth -= 1;
      if (depth === 0) {
        return i;
      }
    }
  }
  return -1;
}

const evidence = /\.(input|limit|assume|step|remedy|missing|until|between|readings)\(/g;
const call = /^(?:(?:[\w:]+(?:\.|->))+\w+\(|\w+\()/;
const assignment = /^\*?[\w.\->[\]]+ [+-]?= /;
const kept =
  /^(?:return|if|for|while|switch|case|default|break|continue|else|do|using|const|constexpr|static|static_assert|auto|struct)\b/;

/** All of them, in the order of the text: { kind, at, from, to }. */
export function mutantsOf(text) {
  const code = codeOf(text);
  const found = [];
  const add = (kind, at, from, to) => found.push({ kind, at, from, to });
  for (const [kind, table] of Object.entries(operators)) {
    for (const [from, others] of Object.entries(table)) {
      const words = /^\w/.test(from);
      for (let at = code.indexOf(from); at >= 0; at = code.indexOf(from, at + 1)) {
        const after = code[at + from.length];
        const apart = !/\w/.test(code[at - 1] ?? ' ') && (!/\w$/.test(from) || !/\w/.test(after));
        if (words ? apart : /\s/.test(after) && !code.startsWith(' {', at + from.length)) {
          others.forEach((to) => add(kind, at, from, to));
        }
      }
    }
  }
  for (const { index } of code.matchAll(/(?<=[\s(&|])!(?=[\w(*])/g)) {
    add('logic', index, '!', '');
  }
  for (const { 0: number, index } of code.matchAll(/(?<![\w.'])\d+(?![\w.'])/g)) {
    add('constant', index, number, String(Number(number) + 1));
    if (number !== '0') {
      add('constant', index, number, String(Number(number) - 1));
    }
  }
  for (const { index, 0: dot } of code.matchAll(evidence)) {
    const end = closing(code, index + dot.length - 1);
    add('evidence', index, text.slice(index, end + 1), '');
  }
  for (const { index } of code.matchAll(/[{};]\s*\n\s+(?=[\w*])/g)) {
    const at = index + code.slice(index).search(/[\w*]/);
    let end = at;
    while (end < code.length && code[end] !== ';' && code[end] !== '{' && code[end] !== '}') {
      end = '(['.includes(code[end]) ? closing(code, end) + 1 : end + 1;
    }
    const statement = text.slice(at, end + 1);
    if (code[end] === ';' && !kept.test(statement) && (call.test(statement) || assignment.test(statement))) {
      add('statement', at, statement, ';');
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

export const applied = (text, { at, from, to }) => text.slice(0, at) + to + text.slice(at + from.length);

/** What names a mutant as long as its line stays as it is. */
export function nameOf(text, { kind, at, from, to }) {
  const start = text.lastIndexOf('\n', at) + 1;
  const line = text.slice(start, text.indexOf('\n', at));
  const shown = from.replace(/\s+/g, ' ').trim();
  return `${kind}: ${line.trim()} [${at - start - line.search(/\S/)}: ${shown} -> ${to.trim() || 'nothing'}]`;
}

/** For each bracket the one that it belongs to. */
function pairsOf(code) {
  const pairs = new Map();
  const open = [];
  for (const { index, 0: bracket } of code.matchAll(/[()[\]{}]/g)) {
    if ('([{'.includes(bracket)) {
      open.push(index);
    } else {
      const at = open.pop();
      pairs.set(at, index);
      pairs.set(index, at);
    }
  }
  return pairs;
}

/** Where what stands before or behind the logical operator at `at` begins or ends; `looser` binds less tightly. */
function edge({ text, code, pairs }, at, step, looser) {
  const inwards = step < 0 ? ')]}' : '([{';
  const stops = step < 0 ? /(?:[([{;,?].|(?:[^=<>!]=| :|\breturn)\s)$/s : /^(?:[)\]};,?]| :\s)/;
  let i = at + step;
  for (; i >= 0 && i < code.length; i += step) {
    const rest = step < 0 ? code.slice(Math.max(0, i - 7), i + 2) : code.slice(i, i + 3);
    if (inwards.includes(code[i])) {
      i = pairs.get(i);
    } else if (stops.test(rest) || looser.some((operator) => code.startsWith(operator, i))) {
      break;
    }
  }
  i -= step;
  while (/\s/.test(text[i])) {
    i -= step;
  }
  return step < 0 ? i : i + 1;
}

const functors = {
  '<': 'Less',
  '<=': 'LessEqual',
  '>': 'Greater',
  '>=': 'GreaterEqual',
  '==': 'Equal',
  '!=': 'NotEqual',
  '+': 'Plus',
  '-': 'Minus',
};

/** How the switch between what stands there and what mutants put in its place is written; nothing where there is no way. */
function switchOf(source, { kind, at, from, id, others }) {
  const { code } = source;
  const end = at + from.length;
  const on = `mutate::on(${id})`;
  const choice = (write) =>
    others.reduceRight((rest, other, i) => `mutate::on(${id + i}) ? ${write(other)} : ${rest}`, write(from));
  const replaced = (text) => [{ at, end, text }];
  const operator = from.trim();
  if (operator in functors) {
    const names = [operator, ...others].map((one) => `mutate::${functors[one.trim()]}`);
    return replaced(` ${operator} mutate::Operator<${id}, ${names.join(', ')}>{} ${operator}`);
  }
  if (operator === '&&' || operator === '||') {
    // De Morgan: each side and the whole are negated, which exchanges the two operators.
    const begin = edge(source, at, -1, operator === '&&' ? ['||'] : []);
    const until = edge(source, end - 1, 1, operator === '&&' ? ['||', '&&'] : ['||']);
    const side = `(${on} != static_cast<bool>(`;
    return [
      { at: begin, end: begin, text: `(${on} != (${side}`, order: -until },
      { at, end, text: `)) ${operator} ${side}` },
      { at: until, end: until, text: '))))', order: -code.length - begin },
    ];
  }
  if (operator === '+=' || operator === '-=') {
    return replaced(` ${operator} mutate::Assigned<${id}, ${operator === '+='}>{} =`);
  }
  if (from.startsWith('FindingBuilder::')) {
    return replaced(`[](auto... reason) { return ${choice((one) => `${one}reason...)`)}; }(`);
  }
  if (from.startsWith('std::')) {
    return code[end] === '(' ? replaced(`mutate::Extreme<${id}, ${from === 'std::max'}>{}`) : undefined;
  }
  if (from === '!') {
    return replaced(`mutate::Not<${id}>{}->*`);
  }
  if (kind === 'evidence') {
    // A chain of such calls becomes one of operators.
    const args = at + from.indexOf('(') + 1;
    const add = `mutate::evidence<${id}>([&](auto&& builder) -> decltype(auto) { return std::move(builder)`;
    return [
      { at, end: args, text: `->*${add}${from.slice(0, args - at)}` },
      { at: end, end, text: '; })', order: -code.length },
    ];
  }
  if (kind === 'statement') {
    return [{ at, end: at, text: `if (!${on}) ` }];
  }
  if (kind === 'constant' || kind === 'outcome' || from === 'true' || from === 'false') {
    return replaced(`(${choice((one) => one)})`);
  }
  return undefined;
}

/**
 * The text with those mutants in it, each behind a switch (switched.h) by its `id`, and those that have one. Lines are those of the
 * source; the ids at one place follow one another.
 */
export function switched(text, mutants) {
  const code = codeOf(text);
  const source = { text, code, pairs: pairsOf(code) };
  const groups = new Map();
  for (const mutant of mutants) {
    const place = `${mutant.at} ${mutant.from}`;
    groups.set(place, [...(groups.get(place) ?? []), mutant]);
  }
  const edits = [];
  const placed = [];
  for (const group of groups.values()) {
    const change = switchOf(source, { ...group[0], others: group.map(({ to }) => to) });
    if (change !== undefined) {
      edits.push(...change);
      placed.push(...group);
    }
  }
  // At one place what was opened last is closed first, and then what closes last is opened first.
  edits.sort((one, other) => one.at - other.at || (one.order ?? 0) - (other.order ?? 0));
  let at = 0;
  let result = '';
  for (const edit of edits) {
    result += text.slice(at, edit.at) + edit.text;
    at = edit.end;
  }
  return { text: result + text.slice(at), placed };
}

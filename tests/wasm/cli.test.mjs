// The command line, asked as its users ask it: arguments, files and pipes in; output, exit code and standard error out.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'partnercheck';
import { loadRoster, sampleSkills, sampleTable } from 'partnercheck/roster';
import { loadWords } from 'partnercheck/text';
import { vectors } from '../vectors.mjs';

const program = fileURLToPath(new URL('cli/main.js', import.meta.resolve('partnercheck')));
const folder = mkdtempSync(join(tmpdir(), 'partnercheck-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const rules = await load();

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function start(...args) {
  return spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...process.env, LC_ALL: 'en_US.UTF-8' } });
}

async function ended(child) {
  const [[code, signal], output, errors] = await Promise.all([
    once(child, 'close'),
    child.stdout.toArray(),
    child.stderr.toArray(),
  ]);
  return { code: code ?? signal, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() };
}

function run(args, input = '') {
  const child = start(...args);
  child.stdin.on('error', () => {}); // who does not read its input may close it
  child.stdin.end(input);
  return ended(child);
}

const objects = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const csvOf = (...lines) => lines.map((line) => `${line}\r\n`).join('');

const question = {
  today: '2021-05-20',
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  actor: { relation: 'owner', roles: [] },
  facts: {
    person: {
      partner_center_account: { organization: 'Fabrikam', kind: 'work' },
      certification_profile: { active_certifications: 1 },
      associations: [{ organization: 'Contoso', started: '2021-05-01' }],
    },
  },
};
const everybody = ['--organization', 'Fabrikam', '--today', '2021-05-20', '--account', 'work', '--certifications', '1'];
const roster = (...args) => ['roster', ...everybody, ...args];
const report = file(
  'report.csv',
  [
    'MCID,Associated to PMC,Associated to PC,Skill,Skill Expiration Date',
    '1,Yes,Yes,Data,2021-05-20',
    '2,Yes,Yes,Data,2021-05-19',
    '3,Yes,No,Data,',
    '3,Yes,No,=Security,2022-05-20',
    '4,No,Yes,Data,2021-07-31',
    '5,No,No,Data,',
    '',
  ].join('\n'),
);
const skills = (...args) => ['roster', report, '--today', '2021-05-20', ...args];

test('wrong usage ends with 2, says what is wrong and writes nothing', async () => {
  const table = file('links.csv', 'MCID,Started\n1,2021-05-01\n');
  for (const [args, said] of [
    [[], 'say what to do'],
    [['dance'], 'there is no command dance'],
    [['chekc'], 'there is no command chekc; did you mean check?'],
    [['check', '--formt', 'text'], "Unknown option '--formt'; did you mean --format?"],
    [['check', '--format', 'txet'], 'there are text, ndjson; did you mean text?'],
    [['compare', '--rulesets', '2021-03-11'], '--rulesets 2021-03-11: write two'],
    [['compare', '--ruleset', '2021-03-11'], "Unknown option '--ruleset'; did you mean --rulesets?"],
    [['describe', 'link_mcdi'], 'link_mcdi; did you mean link_mcid?'],
    [['schema', 'file.json'], 'schema takes no file'],
    [['completion', 'bsh'], 'bash, zsh, fish; did you mean bash?'],
    [['completion'], 'completion takes one of bash, zsh, fish'],
    [['constructor'], 'there is no command constructor'],
    [['check', '--colour'], "Unknown option '--colour'"],
    [['check', '--today', 'tomorrow'], '--today tomorrow'],
    [['check', '--lang', 'de-DE'], 'en-US, zh-TW, sv-SE, nl-NL'],
    [['check', '--fail-on', 'no'], 'denied, needs_info, deferred, allowed'],
    [['check', 'nowhere.json'], 'cannot read nowhere.json: no such file'],
    [['check', folder], 'cannot read'],
    [['check'], 'there is no request to answer'],
    [['roster', table], '--organization NAME'],
    [roster(table, table), 'one table at a time'],
    [roster(table, '--shard', '9/8'), '--shard 9/8'],
    [roster(table, '--format', 'xls'), 'csv, ndjson, table, totals'],
    [roster(table, '--columns', 'started=Birthday'), 'no such column, only MCID, Started'],
    [roster(table, '--columns', 'colour=1'), 'person, name, organization, started'],
    [roster(table, '--facts', '{'), '--facts is not JSON'],
    [roster(table, '--facts', '{"person":{"shoe":1}}'), '/facts/person/shoe'],
    [roster(table, '--ruleset', '1999-01-01'), '/ruleset'],
    [roster(table, '--compare', '1999-01-01'), '/ruleset'],
    [roster(table, '--changed'), '--changed needs --compare'],
    [roster(table, '--delimiter', ';;'), '--delimiter ;;'],
    [roster(table, '--errors', join(folder, 'no/where.csv')), 'cannot write'],
    [roster(file('empty.csv', '')), 'the table is empty'],
    [roster(file('linked.csv', 'MCID,Associated to PC\n1,Yes\n')), 'linked.csv is a skills report'],
    [['roster', table, '--skill', 'A', '--people', 'all'], 'links.csv is a table of links'],
    [roster(table, '--columns', 'person=1,skill=2'), 'links.csv is a table of skills'],
    [roster(table, '--columns', 'skill=1,started=2'), 'started are of a table of links, skill of a table of skills'],
    [
      ['roster', file('competencies.csv', 'CompetencyName,CompetencyStatus\nData,Active\n')],
      'is a table of competencies: it names no people',
    ],
    [['roster', file('skills.xlsx', 'PK\u0003\u0004 and so on')], 'skills.xlsx is a workbook: save its sheet as CSV'],
    [
      ['roster', file('trainings.csv', 'MCPID,TrainingTitle\n1,Data\n'), '--people', 'old_system_only'],
      'trainings.csv does not say who is linked where',
    ],
    [skills('--people', 'some'), 'all, old_system_only'],
    [skills('--needed', '2'), '--needed needs --skill'],
    [skills('--skill', 'Data', '--people', 'all', '--joins', '1=2021-06-01'), '--joins does not go with --people'],
    [skills('--skill', 'Data', '--needed', 'two'), '--needed two: write a number'],
    [skills('--skill', 'Data', '--leaves', '1'), '--leaves 1: write who and when'],
    [skills('--skill', 'Data', '--leaves', '1=soon'), '--leaves soon: write year, month and day'],
    [skills('--skill', 'Data', '--leaves', '9=2021-06-01'), 'No row names the person “9”'],
    [skills('--skill', 'Cooking'), 'No row names the skill “Cooking”'],
    [skills('--skill', 'Cooking', '--people', 'all', '--format', 'totals'), 'No row names the skill “Cooking”'],
    [skills('--moved-on', '2021-05-21'), '/moved_on'],
    [skills('--moved-on', 'May'), '--moved-on May'],
    [roster(file('other.csv', 'Colour,Weight\nred,1\n')), 'Colour, Weight'],
    [['roster', 'merge', table], 'links.csv:1'],
    [
      [
        'roster',
        'merge',
        file(
          'skills.json',
          JSON.stringify({ today: '2021-05-20', rows: 1, people: 1, skills: 1, old_system_only: 0, faults: {} }),
        ),
      ],
      'skills.json:1: these are totals of skills',
    ],
    [['roster', 'merge', file('no.json', '{"rows":1}\n')], 'these are no totals'],
  ]) {
    const { code, output, errors } = await run(args);
    assert.equal(code, 2, `${args.join(' ')}\n${errors}`);
    assert.ok(errors.includes(said), `${args.join(' ')}\n${errors}`);
    assert.ok(!errors.includes('    at '), errors);
    assert.equal(output, '', args.join(' '));
  }
});

test('help and version are written, for each command', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../wasm/package.json', import.meta.url), 'utf8'));
  for (const command of [[], ['check'], ['preview'], ['plan'], ['roster'], ['roster', 'merge']]) {
    const help = await run([...command, '--help']);
    assert.equal(help.code, 0);
    assert.match(help.output, new RegExp(`^Usage: partnercheck ${command.join(' ')}`));
    assert.deepEqual(await run([...command, '--version']), {
      code: 0,
      output: `partnercheck ${version}\n`,
      errors: '',
    });
  }
});

test('every vector is answered as the package answers it, one a line', async () => {
  for (const call of ['check', 'preview', 'plan']) {
    // Who names no day is asked about the day of this computer.
    const asked = vectors.filter(({ call: asks = 'check', request }) => asks === call && 'today' in request);
    const { code, output, errors } = await run(
      [call],
      asked.map(({ request }) => `${JSON.stringify(request)}\r\n`).join('\n'),
    );
    assert.equal(code, asked.some(({ request }) => rules[call](request).type === 'failure') ? 3 : 0, errors);
    const answers = objects(output);
    assert.equal(answers.length, asked.length);
    answers.forEach((answer, index) => {
      // Only a text has lines.
      const errors = answer.errors?.map(({ line, column, ...error }) => error);
      assert.deepEqual(
        errors === undefined ? answer : { ...answer, errors },
        rules[call](asked[index].request),
        asked[index].title,
      );
    });
  }
});

test('an answer comes as soon as its request is there', async () => {
  const child = start('check', '-');
  const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
  for (const today of ['2021-05-20', '2021-05-31']) {
    child.stdin.write(`${JSON.stringify({ ...question, today })}\n`);
    const { value } = await answers.next();
    assert.deepEqual(JSON.parse(value), rules.check({ ...question, today }));
  }
  child.stdin.end();
  assert.deepEqual(await once(child, 'close'), [0, null]);
});

test('a file can hold one request over many lines, and files are answered in their order', async () => {
  const pretty = file('pretty.json', `\ufeff\n${JSON.stringify(question, undefined, 2)}\n`);
  const lines = file('lines.ndjson', `${JSON.stringify({ ...question, today: '2021-06-01' })}\n`);
  const { code, output } = await run(['check', pretty, lines, '--fail-on', 'denied']);
  assert.equal(code, 0);
  assert.deepEqual(
    objects(output).map(({ decision }) => decision.status),
    ['deferred', 'allowed'],
  );
  assert.equal((await run(['check', pretty, lines, '--fail-on', 'denied,deferred'])).code, 1);
});

test('a wrong request is answered by its failure, named with file and line, and does not stop the others', async () => {
  const requests = file(
    'wrong.ndjson',
    Buffer.concat([
      Buffer.from(`${JSON.stringify(question)}\n\nnot json\n{"today":"2021-02-30","action":{"type":"view_kpi"}}\n"`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`"\n"${'x'.repeat(3_000_000)}"\n${JSON.stringify(question)}`),
    ]),
  );
  const { code, output, errors } = await run(['check', requests]);
  assert.equal(code, 3);
  assert.deepEqual(
    objects(output).map((answer) => answer.decision?.status ?? answer.errors[0].code),
    ['deferred', 'json.syntax', 'date.impossible', 'json.syntax', 'json.too_long', 'deferred'],
  );
  assert.match(errors, /wrong\.ndjson:3:2: .*line 3, column 2/);
  assert.match(errors, /wrong\.ndjson:4:10: \/today: /);
  assert.match(errors, /wrong\.ndjson:5/);
  assert.match(errors, /wrong\.ndjson:6/);
});

test('the day and the ruleset of the options are for requests that name none', async () => {
  const { today, ...open } = question;
  const input = `${JSON.stringify(open)}\n${JSON.stringify({ ...question, ruleset: '2021-03-11' })}\n`;
  const answers = objects((await run(['check', '--today', '2021-06-01', '--ruleset', '2018-08-31'], input)).output);
  assert.deepEqual(answers, [
    rules.check({ ...open, today: '2021-06-01', ruleset: '2018-08-31' }),
    rules.check({ ...question, ruleset: '2021-03-11' }),
  ]);
  const [answer] = objects((await run(['check'], '{"action":{"type":"check_team_status","on":"2021-05-20"}}')).output);
  assert.equal(answer.decision.status, 'allowed');
});

test('a ruleset of one’s own is asked, and a bad one is refused with its file', async () => {
  const own = file(
    'own.json',
    JSON.stringify({ id: 'ours', parameters: { 'association.cool_off_days': { value: 5, source: 'our own' } } }),
  );
  const args = ['--ruleset-file', own, '--ruleset', 'ours'];
  assert.equal(objects((await run(['check', ...args], JSON.stringify(question))).output)[0].decision.status, 'allowed');
  const { output } = await run(roster('--format', 'ndjson', ...args), 'MCID,Started\n1,2021-05-01\n');
  assert.equal(objects(output)[0].status, 'allowed');
  const bad = await run(
    ['check', '--ruleset-file', file('bad.json', '{"id":"ours","moon":1}')],
    JSON.stringify(question),
  );
  assert.equal(bad.code, 2);
  assert.match(bad.errors, /bad\.json.*\/moon/);
});

test('people read the answer in their language', async () => {
  const input = JSON.stringify(question);
  for (const locale of ['en-US', 'zh-TW', 'sv-SE', 'nl-NL']) {
    const words = await loadWords(locale);
    const { decision } = rules.check(question);
    const { output } = await run(['preview', '--format', 'text', '--lang', locale], input);
    assert.ok(output.startsWith(words.verdict(decision, question.today)), output);
    for (const finding of decision.findings.filter(({ outcome }) => outcome !== 'not_applicable')) {
      assert.ok(output.includes(words.finding(finding)), finding.message);
    }
  }
  const hostile = { ...question, action: { ...question.action, organization: 'Fab\u001b]0;owned\u0007\u202erikam' } };
  const { output } = await run(['check', '--format', 'text'], JSON.stringify(hostile));
  assert.doesNotMatch(output, /[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('every vector can be read by a person', async () => {
  for (const call of ['check', 'preview', 'plan']) {
    const asked = vectors.filter(
      (vector) => (vector.call ?? 'check') === call && rules[call](vector.request).type === 'success',
    );
    const { code, output, errors } = await run(
      [call, '--format', 'text', '--lang', 'nl-NL'],
      asked.map(({ request }) => JSON.stringify(request)).join('\n'),
    );
    assert.equal(code, 0, errors);
    assert.equal(output.match(/^<stdin>:\d+$/gm).length, asked.length - 1);
  }
});

test('what shows is told in other words than what may be done', async () => {
  const request = { today: '2020-01-20', action: { type: 'publish_invoice', on: '2020-01-20' } };
  const { output } = await run(['check', '--format', 'text'], JSON.stringify(request));
  assert.match(output, /^The invoice shows in the KPI report from Saturday, February 15, 2020/);
});

test('a plan says what comes first, why not sooner, how, and what can be had instead', async () => {
  const met = { competency_requirements_met: true, mct_requirement_met: true, exam_requirement_met: true };
  const learning = { silver: { ...met, performance_commitment: true }, gold: { ...met, kpi_met: false } };
  const actor = { roles: ['mpn_partner_admin'] };
  const person = {
    certification_profile: { active_certifications: 1 },
    associations: [{ organization: 'Contoso', started: '2021-05-01' }],
  };
  const requests = [
    { today: '2021-05-20', goal: { type: 'enroll', tier: 'gold' }, actor, facts: { learning } },
    { today: '2021-05-20', goal: { type: 'leave', organization: 'Fabrikam' }, facts: { person } },
  ];
  const { output } = await run(['plan', '--format', 'text'], requests.map((one) => JSON.stringify(one)).join('\n'));
  for (const words of [
    /^You cannot enroll at this level yet\./,
    /1\. Not met: Gold: the KPIs are met\n/,
    /What you can have instead: Enroll in the silver learning option, from May 20, 2021\./,
    /Everything can be settled by Monday, May 31, 2021\./,
    /1\. May 31, 2021: .*: Fabrikam\n {3}.*30 days/,
    /The person who owns the profile or account, May 31, 2021: Sign in to Partner Center with the work account of Fabrikam\./,
  ]) {
    assert.match(output, words);
  }
});

const sample = [...sampleTable({ rows: 20_000, today: '2021-05-20', seed: 7 })].join('');
const table = file('sample.csv', sample);

test('the formats say the same, in order of first appearance', async () => {
  const [csv, ndjson, shown, totals] = await Promise.all(
    ['csv', 'ndjson', 'table', 'totals'].map((format) => run(roster(table, '--format', format))),
  );
  for (const { code, errors } of [csv, ndjson, shown, totals]) {
    assert.deepEqual([code, errors], [0, '']);
  }
  const rows = objects(ndjson.output);
  const people = [
    ...new Set(
      sample
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ),
  ];
  assert.deepEqual(
    rows.map(({ person }) => person),
    people,
  );
  const [header, ...lines] = csv.output.trimEnd().split('\r\n');
  assert.equal(header, 'person,status,until,earliest,latest,reason,links,last_started,organization');
  assert.equal(lines.length, rows.length);
  lines.forEach((line, index) => {
    const { person, status, until = '', reason = '', links, last_started: last = '', organization = '' } = rows[index];
    const { earliest = '', latest = '' } = rows[index];
    const written = organization.includes(',') ? `"${organization}"` : organization;
    assert.equal(line, [person, status, until, earliest, latest, reason, links, last, written].join());
  });
  assert.equal(shown.output.trimEnd().split('\n').length, rows.length + 1);
  const [counted] = objects(totals.output);
  assert.deepEqual([counted.rows, counted.people], [20_000, rows.length]);
  for (const [status, count] of Object.entries(counted.statuses)) {
    assert.equal(rows.filter((row) => row.status === status).length, count, status);
  }
});

test('rows are chosen and sorted, and an exit code can depend on them', async () => {
  const { code, output } = await run(
    roster(
      table,
      '--format',
      'ndjson',
      '--status',
      'deferred,needs_info',
      '--sort',
      'until',
      '--descending',
      '--fail-on',
      'needs_info',
    ),
  );
  assert.equal(code, 1);
  const rows = objects(output);
  assert.ok(rows.length > 100 && rows.every(({ status }) => status === 'deferred' || status === 'needs_info'));
  const days = rows.flatMap(({ until }) => until ?? []);
  assert.deepEqual(days, [...days].sort().reverse());
  assert.equal((await run(roster(table, '--format', 'totals', '--fail-on', 'denied'))).code, 0);
});

test('groups say whose turn it is and what to do, and a mail merge writes to each person', async () => {
  const table = file(
    'groups.csv',
    [
      'MCID,Organization,Started,Ended,Certifications,Kind',
      'ann,Contoso,2020-01-01,2020-06-01,1,work',
      '=bo,Contoso,2021-05-01,,1,work',
      'cy,,,,0,work',
      'di,,,,1,none',
      'ed,Contoso,soon,,1,work',
      '',
    ].join('\n'),
  );
  const columns = ['--columns', 'active_certifications=5,account_kind=6'];
  const mails = join(folder, 'mails.csv');
  const asked = [table, '--organization', 'Fabrikam', '--today', '2021-05-20', '--account', 'work', ...columns];
  const { code, output } = await run(['roster', ...asked, '--group', '--mail-merge', mails, '--format', 'csv']);
  assert.equal(code, 3);
  const [header, ...groups] = output.trim().split('\r\n');
  assert.equal(header, 'turn,people,status,reason,todo');
  assert.deepEqual(groups.map((group) => group.split(',').slice(0, 4).join()).sort(), [
    'admin,1,denied,association.partner_center_account.not_met',
    'keeper,1,not_decided,',
    'nobody,1,deferred,association.cool_off.not_met',
    'owner,1,allowed,',
    'owner,1,denied,association.active_certification.not_met',
  ]);
  const written = readFileSync(mails, 'utf8');
  assert.ok(written.startsWith('person,name,turn,until,subject,message\r\n'));
  assert.match(written, /\r\n'=bo,,Nobody,2021-05-31,Linking a certification profile to Fabrikam,"Hello,\n/);
  assert.match(written, /\r\ndi,,An administrator,,[^]*- di\n/);
  assert.doesNotMatch(written, /\r\ned,/);
  const failing = (...names) => run(['roster', ...asked, '--status', 'allowed', '--fail-on', names.join()]);
  assert.equal((await failing('support')).code, 3);
  const clean = [
    'roster',
    file('clean.csv', 'MCID,Organization,Started,Ended,Certifications,Kind\ndi,,,,1,none\n'),
    ...asked.slice(1),
  ];
  assert.equal((await run([...clean, '--fail-on', 'keeper,owner,support'])).code, 0);
  assert.equal((await run([...clean, '--fail-on', 'admin'])).code, 1);
  const { output: swedish } = await run(['roster', ...asked, '--group', '--format', 'table', '--lang', 'sv-SE']);
  assert.match(swedish, /En administratör +1 +Nej .* Skapa ett konto/);
});

test('what people are called stands beside what tells them apart, where a column says it', async () => {
  const people = ['Name,MCID,Organization,Started', 'Anna Berg,11,Contoso,2021-05-01', ',12,Contoso,2020-05-01', ''];
  const named = file('named.csv', people.join('\n'));
  const mails = join(folder, 'named-mails.csv');
  const { output } = await run(roster(named, '--mail-merge', mails, '--format', 'csv'));
  assert.deepEqual(
    output
      .trim()
      .split('\r\n')
      .map((row) => row.split(',').slice(0, 3).join()),
    ['person,name,status', '11,Anna Berg,deferred', '12,,allowed'],
  );
  assert.match(readFileSync(mails, 'utf8'), /\r\n11,Anna Berg,Nobody,2021-05-31,/);
  const { output: other } = await run(roster(named, '--columns', 'name=3', '--format', 'ndjson'));
  assert.deepEqual(
    objects(other).map(({ person, name }) => [person, name]),
    [
      ['11', 'Contoso'],
      ['12', 'Contoso'],
    ],
  );
  const skilled = file('skilled.csv', 'User name,MCID,Skill,Skill Expiration Date\nBo,7,Data,\n');
  const { output: holders } = await run(['roster', skilled, '--people', 'all', '--format', 'csv']);
  assert.match(holders, /^person,name,pmc,[^]*\r\n7,Bo,/);
});

test('a year of two digits is told with a cell that has one, and read where it is said to stand', async () => {
  const short = file('short.csv', 'MCID,Organization,Started\n1,Contoso,20-07-21\n');
  const unsaid = await run(roster(short, '--format', 'ndjson'));
  assert.equal(unsaid.code, 3);
  assert.match(unsaid.errors, /days such as 20-07-21 in line 2 have a year of two digits; say --short-years/);
  assert.match(unsaid.errors, /“20-07-21” has a year of two digits/);
  const started = async (...said) =>
    objects((await run(roster(short, '--format', 'ndjson', ...said))).output)[0].last_started;
  assert.equal(await started('--short-years', 'first'), '2020-07-21');
  // Then it would begin in the future.
  assert.equal(await started('--short-years', 'last'), undefined);
});

test('eight shards are one run: totals deep-equal, rows the same', async () => {
  const whole = await run(
    roster(table, '--format', 'ndjson', '--compare', '2021-03-11', '--totals', join(folder, 'whole.json')),
  );
  const names = [];
  const rows = [];
  for (let shard = 1; shard <= 8; ++shard) {
    names.push(join(folder, `shard-${shard}.json`));
    const args = ['--format', 'ndjson', '--compare', '2021-03-11', '--shard', `${shard}/8`, '--totals', names.at(-1)];
    const { code, output } = await run(roster(...args), sample);
    assert.equal(code, 0);
    assert.ok(output !== '');
    rows.push(...output.trimEnd().split('\n'));
  }
  assert.deepEqual(rows.sort(), whole.output.trimEnd().split('\n').sort());
  const merged = await run(['roster', 'merge', ...names]);
  assert.equal(merged.code, 0, merged.errors);
  const expected = objects(readFileSync(join(folder, 'whole.json'), 'utf8'));
  assert.deepEqual(
    expected.map(({ ruleset }) => ruleset),
    ['2021-04-27', '2021-03-11'],
  );
  assert.deepEqual(objects(merged.output), expected);
  const piped = await run(['roster', 'merge'], names.map((name) => readFileSync(name, 'utf8')).join(''));
  assert.deepEqual(objects(piped.output), expected);
});

test('totals of other days are not added up', async () => {
  const [a, b] = await Promise.all(
    ['2021-05-20', '2021-05-21'].map((today) =>
      run(['roster', table, '-o', 'Fabrikam', '--today', today, '-f', 'totals']),
    ),
  );
  const { code, output, errors } = await run(['roster', 'merge'], a.output + b.output);
  assert.deepEqual([code, output], [2, '']);
  assert.match(errors, /<stdin>:2: .*2021-05-21/);
});

test('a second ruleset is compared, and those for whom it decides otherwise are found', async () => {
  const { output } = await run(roster(table, '--format', 'ndjson', '--compare', '2018-08-31', '--changed'));
  const rows = objects(output);
  assert.ok(rows.length > 0);
  const said = ({ status, earliest, latest }) => [status, earliest, latest];
  for (const row of rows) {
    assert.notDeepEqual(said(row), said(row.compared));
  }
});

test('each row says what check says to the same person', async () => {
  const { output } = await run(roster(table, '--format', 'ndjson'));
  const rows = objects(output);
  const engine = await loadRoster();
  const bytes = Buffer.from(sample);
  const facts = {
    person: {
      partner_center_account: { organization: 'Fabrikam', kind: 'work' },
      certification_profile: { active_certifications: 1 },
    },
  };
  const chosen = rows.filter((_, index) => index % 97 === 0);
  assert.ok(new Set(chosen.map(({ status }) => status)).size === 3);
  for (const { person, status: one, until: day, earliest: first, latest: last } of chosen) {
    const said = { status: one, until: day, earliest: first, latest: last };
    const columns = { person: 0, organization: 1, started: 2, ended: 3 };
    const started = engine.start({
      today: '2021-05-20',
      action: question.action,
      actor: question.actor,
      facts,
      columns,
      person,
    });
    assert.equal(started.type, 'success');
    started.table.feed(bytes);
    const { decision } = rules.check(started.table.finishPerson().request);
    const { status, until, earliest, latest } = decision;
    assert.deepEqual({ status, until, earliest, latest }, said, person);
  }
});

test('a text that a spreadsheet would compute is only text', async () => {
  const names = ['=1+1', '+1', '-1', '@sum', '＝1', '＋1', '－1', '＠a', '=HYPERLINK("x","y")', 'a=b'];
  const input = `MCID;Organization;Started\n${names.map((name, index) => `${index + 1};"${name.replaceAll('"', '""')}";2021-01-01\n`).join('')}`;
  const { code, output } = await run(roster('--format', 'csv'), input);
  assert.equal(code, 0);
  const cells = output
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';')[8]);
  assert.deepEqual(cells, [
    "'=1+1",
    "'+1",
    "'-1",
    "'@sum",
    "'＝1",
    "'＋1",
    "'－1",
    "'＠a",
    `"'=HYPERLINK(""x"",""y"")"`,
    'a=b',
  ]);
});

test('a table is known by itself, whatever its encoding, delimiter and language, or read as the options say', async () => {
  const swedish = 'MCID;Organisation;Startdatum;Slutdatum\r\n7;Örn;den 1 maj 2021;\r\n';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(swedish, 'utf16le')]);
  const row = {
    person: '7',
    status: 'deferred',
    until: '2021-05-31',
    earliest: '2021-05-31',
    latest: '2021-05-31',
    reason: 'association.cool_off.not_met',
    links: 1,
    last_started: '2021-05-01',
    organization: 'Örn',
  };
  for (const [input, ...args] of [
    [swedish],
    [utf16],
    [utf16.subarray(2), '--encoding', 'utf-16le'],
    [swedish.replaceAll(';', '\t')],
    [swedish.replaceAll(';', '|'), '--delimiter', '|'],
    [
      swedish.replaceAll(';', '|').replace('Organisation', 'Organisation, den nya, här'),
      '--delimiter',
      '|',
      '--columns',
      'organization=2',
    ],
    [swedish.replace('Startdatum', 'När'), '--columns', 'started=när'],
    [swedish.split('\r\n')[1], '--no-header', '--columns', 'person=1,organization=2,started=3,ended=4'],
    [swedish.replace('den 1 maj 2021', '1/5/2021'), '--day-order', 'day_month'],
  ]) {
    const { code, output, errors } = await run(roster('--format', 'ndjson', ...args), input);
    assert.equal(code, 0, `${args.join(' ')} ${errors}`);
    assert.deepEqual(objects(output), [row], args.join(' '));
  }
});

test('rows that cannot be read are named with line, column and remedy, and stop nobody else', async () => {
  const input =
    'MCID,Organization,Started\n1,Contoso,2021-13-01\n2,Contoso,2021-01-01\n3,"Con"toso,2021-01-01\n,Contoso,2021-01-01\n4,=x,2/3/2021\n';
  const list = join(folder, 'errors.csv');
  const { code, output, errors } = await run(roster('--format', 'csv', '--errors', list), input);
  assert.equal(code, 3);
  assert.deepEqual(
    output
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 2).join(' ')),
    [...['1 not_decided', '2 allowed', '3 not_decided', '4 not_decided']],
  );
  for (const place of ['<stdin>:2:11: ', '<stdin>:4:', '<stdin>:5:', '<stdin>:6:6: ']) {
    assert.ok(errors.includes(place), errors);
  }
  const [header, ...lines] = readFileSync(list, 'utf8').trimEnd().split('\r\n');
  assert.equal(header, 'line,column,what,remedy');
  assert.deepEqual(
    lines.map((line) => line.split(',')[0]),
    ['2', '4', '5', '6'],
  );
  const many = `MCID,Started\n${Array.from({ length: 1_500 }, (_, index) => `${index},never\n`).join('')}`;
  const said = (await run(roster('--format', 'totals'), many)).errors.trimEnd().split('\n');
  assert.equal(said.length, 12);
  assert.match(said[0], /column 2 is taken for started by its name, such as “Started”/);
  assert.match(said.at(-1), /1500 faults in all; --errors FILE writes the first 1000 down/);
});

test('a table says how it is written, and which cell shows it', async () => {
  const office = (name) => fileURLToPath(new URL(`../office/${name}`, import.meta.url));
  const clean = await run(roster(office('clean-nl.csv'), '--format', 'ndjson'));
  assert.deepEqual([clean.code, clean.errors], [0, '']);
  const withoutNames = ({ output }) => objects(output).map(({ person: _, name: __, email: ___, ...row }) => row);
  for (const [name, ...notes] of [
    ['excel-dutch.csv', 'read as windows-1252, such as “', /in days the day comes first \(\d+-\d+-\d{4} in line \d+\)/],
    ['american-export.csv', /the month comes first \(/, 'a row that adds others up is left out: line'],
    ['hr-export.txt', 'read as utf-16le', '2 rows in front of the names of the columns left out'],
    ['no-header.txt', 'column 1 is taken for person by its cells, such as “990012300”; --columns person=…'],
  ]) {
    const found = await run(roster(office(name), '--format', 'ndjson'));
    assert.equal(found.code, 0, found.errors);
    assert.deepEqual(withoutNames(found), withoutNames(clean), name);
    for (const note of notes) {
      assert.ok(typeof note === 'string' ? found.errors.includes(note) : note.test(found.errors), found.errors);
    }
  }
  const chinese = await run(roster(office('excel-taiwanese.csv'), '--format', 'ndjson'));
  assert.deepEqual(
    withoutNames(chinese),
    withoutNames(await run(roster(office('clean-zh.csv'), '--format', 'ndjson'))),
  );
  const piped = await run(roster('--format', 'ndjson'), readFileSync(office('excel-taiwanese.csv')));
  assert.equal(piped.output, chinese.output);
  const either = await run(roster(office('either-order.csv')));
  assert.equal(either.code, 3);
  assert.match(either.errors, /days such as \d\d\/\d\d\/\d{4} in line 2 can be read in two ways; say --day-order/);
  const told = await run(roster(office('either-order.csv'), '--day-order', 'day_month', '--format', 'ndjson'));
  assert.deepEqual(
    withoutNames(told),
    withoutNames(await run(roster(office('clean-either.csv'), '--format', 'ndjson'))),
  );
});

test('progress is said on standard error when it is asked for', async () => {
  const child = start(...roster('--progress', '--format', 'totals'));
  for (let part = 0; part < 6; ++part) {
    child.stdin.write(part === 0 ? sample : sample.slice(sample.indexOf('\n') + 1));
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  child.stdin.end();
  const { code, errors } = await ended(child);
  assert.equal(code, 0);
  assert.match(errors, /[\d,]+ rows, [\d,]+ people, [\d,]+ rows\/s\n/);
});

test('who reads only the beginning is not told that the rest was too much', async () => {
  for (const args of [roster(table, '--format', 'ndjson'), ['check']]) {
    const child = start(...args);
    child.stdin.on('error', () => {});
    if (args[0] === 'check') {
      const line = `${JSON.stringify(question)}\n`;
      child.stdin.end(line.repeat(5_000));
    }
    child.stdout.once('data', () => child.stdout.destroy());
    const [errors, [code]] = await Promise.all([child.stderr.toArray(), once(child, 'exit')]);
    assert.equal(Buffer.concat(errors).toString(), '');
    assert.equal(code, 141);
  }
});

test('Ctrl-C says what was not done', async () => {
  const table = start(...roster('--progress'));
  table.stdin.on('error', () => {});
  table.stdin.write(sample);
  // It has read something when it says so.
  const more = setInterval(() => table.stdin.write('1,Contoso,2021-01-01,\n'), 50);
  await once(table.stderr, 'data');
  clearInterval(more);
  table.kill('SIGINT');
  const run = await ended(table);
  assert.deepEqual([run.code, run.output], [130, '']);
  assert.match(run.errors, /interrupted: nothing is decided/);

  const asking = start('check');
  asking.stdin.on('error', () => {});
  asking.stdin.write(`${JSON.stringify(question)}\n`);
  await once(asking.stdout, 'data');
  asking.kill('SIGINT');
  const { code, errors } = await ended(asking);
  assert.equal(code, 130);
  assert.match(errors, /interrupted: 1 requests are answered, the rest were not asked/);
});

test('a table of links and a skills report together: who can be linked when, and holds what', async () => {
  const links = file(
    'both-links.csv',
    csvOf(
      'MCID,Name,E-mail,Organization,Started',
      '990000001,Anna,,Contoso,2021-05-01',
      '990000002,,=bo@x.example,,',
      '990000004,,,,',
    ),
  );
  const held = file(
    'both-skills.csv',
    csvOf(
      'MCID;E-mail;Skill;Expiration date',
      '990000001;;Cloud;2021-06-30',
      '990000003;=BO@x.example;Cloud;',
      '990000005;;Data;2021-05-01',
    ),
  );
  const asked = ['roster', links, ...everybody];
  const { code, output, errors } = await run([...asked, '--with', held, '--format', 'csv']);
  assert.equal(code, 0, errors);
  assert.equal(
    output,
    csvOf(
      'person,name,email,status,until,earliest,latest,person_of_skills,skills,counted,next_end,by',
      '990000001,Anna,,deferred,2021-05-31,2021-05-31,2021-05-31,990000001,1,1,2021-07-01,number',
      "990000002,,'=bo@x.example,allowed,,,,990000003,1,1,,email",
      '990000004,,,allowed,,,,,,,,',
      ',,,,,,,990000005,1,0,,',
    ),
  );
  assert.match(errors, /in both 2, in the links only 1, in the skills only 1/);
  // Whichever comes first.
  const turned = await run(['roster', held, ...everybody, '--with', links, '--in', 'skills', '--format', 'ndjson']);
  assert.equal(turned.code, 0, turned.errors);
  assert.deepEqual(objects(turned.output), [{ in: 'skills', skill: { person: '990000005', skills: 1, counted: 0 } }]);
  const totals = await run([...asked, '--with', held, '--format', 'totals']);
  assert.deepEqual(objects(totals.output)[2], { both: { both: 2, by_email: 1, links: 1, skills: 1, unknown: 0 } });

  for (const [args, said] of [
    [[...asked, '--in', 'both'], '--in needs --with'],
    [[...asked, '--with', held, '--in', 'none'], 'both, links, skills'],
    [[...asked, '--with', held, '--group', '--skill', 'Cloud'], '--group, --skill: not together with --with'],
    [[...asked, '--with', links], '--with is for the other kind'],
    [['roster', links, '--with', held], '--organization NAME'],
  ]) {
    const refused = await run(args);
    assert.equal(refused.code, 2);
    assert.ok(refused.errors.includes(said), refused.errors);
  }
});

test('a skills report says how many hold each skill, and from which day on there are fewer', async () => {
  // What expires today counts today, and what expired yesterday does not.
  const [csv, ndjson, shown] = await Promise.all(
    ['csv', 'ndjson', 'table'].map((format) => run(skills('--moved-on', '2021-04-27', '--format', format))),
  );
  for (const { code, errors } of [csv, ndjson, shown]) {
    assert.deepEqual([code, errors], [0, '']);
  }
  assert.equal(csv.output, csvOf('skill,holders,next_loss', 'Data,3,2021-05-21', "'=Security,1,2021-10-27"));
  assert.deepEqual(objects(ndjson.output), [
    { skill: 'Data', holders: 3, next_loss: '2021-05-21' },
    { skill: '=Security', holders: 1, next_loss: '2021-10-27' },
  ]);
  assert.equal(
    shown.output,
    'skill      holders  next_loss\nData       3        2021-05-21\n=Security  1        2021-10-27\n',
  );
  const written = join(folder, 'skills-totals.json');
  const { output } = await run(skills('--moved-on', '2021-04-27', '--format', 'totals', '--totals', written));
  assert.deepEqual(objects(output), [
    {
      today: '2021-05-20',
      rows: 6,
      people: 5,
      skills: 2,
      old_system_only: 1,
      old_system_ends: '2021-10-27',
      faults: {},
    },
  ]);
  assert.equal(readFileSync(written, 'utf8'), output);
});

test('who stands in the old system only is listed, with the day on which that ends', async () => {
  const { code, output } = await run(
    skills('--moved-on', '2021-04-27', '--people', 'old_system_only', '--format', 'csv'),
  );
  assert.deepEqual([code, output], [0, csvOf('person,pmc,pc,skills,ends_on', '3,yes,no,2,2021-10-27')]);
  const everybody = await run(skills('--people', 'all', '--format', 'ndjson'));
  assert.deepEqual(
    objects(everybody.output).map(({ person, ends_on: ends }) => [person, ends]),
    ['1', '2', '3', '4', '5'].map((person) => [person, undefined]),
  );
  assert.match(everybody.errors, /report\.csv: linked in the old system only, .* no --moved-on DAY is given: 1\n/);
  const unstated = await run(skills('--moved-on', '2021-04-27', '--ruleset', '2018-08-31'));
  assert.match(unstated.errors, /this ruleset states no time: 1\n/);
  const holders = await run(
    skills('--moved-on', '2021-04-27', '--people', 'all', '--skill', 'Data', '--format', 'csv'),
  );
  assert.deepEqual(holders.output.trimEnd().split('\r\n'), [
    'person,pmc,pc,skills,holds,ends_on',
    '1,yes,yes,1,yes,2021-05-21',
    '2,yes,yes,1,no,2021-05-20',
    '3,yes,no,2,yes,2021-10-27',
    '4,no,yes,1,yes,2021-08-01',
    '5,no,no,1,no,2021-05-20',
  ]);
});

test('a skill is looked ahead, also if people leave or join', async () => {
  const data = (...args) => skills('--moved-on', '2021-04-27', '--skill', 'Data', '--format', 'csv', ...args);
  const plain = await run(data('--needed', '2'));
  assert.equal(plain.output, csvOf('on,holders', '2021-05-20,3', '2021-05-21,2', '2021-08-01,1', '2021-10-27,0'));
  assert.match(plain.errors, /report\.csv: from 2021-08-01 on there are fewer than 2: 1\n/);
  const what = ['--leaves', '4=2021-06-01', '--joins', 'a=b=2021-05-25', '--joins', '7=2021-06-01', '--needed', '2'];
  const changed = await run(data(...what));
  assert.equal(changed.output, csvOf('on,holders', '2021-05-20,3', '2021-05-21,2', '2021-05-25,3', '2021-10-27,2'));
  assert.match(changed.errors, /there are never fewer than 2, as far as the table says\n/);
  const [totals] = objects((await run(data('--needed', '2', '--format', 'totals'))).output);
  assert.deepEqual(totals.forecast, { skill: 'Data', holders: 3, needed: 2, lost_on: '2021-08-01' });
});

test('skills are read from a pipe, in other forms, and from exports of trainings', async () => {
  const swedish =
    'MCID;Associerad med PMC;Associerad med PC;Färdighet;Förfallodatum\r\n1;Ja;Nej;Örn;den 1 juni 2021\r\n';
  const expected = [{ skill: 'Örn', holders: 1, next_loss: '2021-06-02' }];
  for (const [input, ...args] of [
    [swedish],
    [Buffer.from(`\ufeff${swedish}`, 'utf16le')],
    [swedish.replaceAll(';', '|'), '--delimiter', '|'],
    [swedish.replace('den 1 juni 2021', '1/6/2021'), '--day-order', 'day_month'],
    [swedish.replace('Färdighet', 'Det'), '--columns', 'skill=det'],
    [swedish.split('\r\n')[1], '--no-header', '--columns', 'person=1,pmc=2,pc=3,skill=4,expires=5'],
    ['MCPID,TrainingTitle,ExpirationDate\n1,Örn,2021-06-01\n'],
  ]) {
    const { code, output, errors } = await run(
      ['roster', '--today', '2021-05-20', '--format', 'ndjson', ...args],
      input,
    );
    assert.equal(code, 0, `${args.join(' ')} ${errors}`);
    assert.deepEqual(objects(output), expected, args.join(' '));
  }
  const learn = await run(['roster', '--format', 'csv'], 'UserId,TrainingName,CompletionDate\n1,Örn,2021-05-01\n');
  assert.equal(learn.output, csvOf('skill,holders,next_loss', 'Örn,1,'));
});

test('a row of skills that cannot be read is named, and stops no other', async () => {
  const list = join(folder, 'skill-errors.csv');
  const input =
    'MCID,Associated to PC,Skill,Skill Expiration Date\n1,Yes,Data,2021-13-01\n2,Perhaps,Data,\n3,Yes,Data,\n';
  const { code, output, errors } = await run(['roster', '--format', 'csv', '--errors', list], input);
  assert.deepEqual([code, output], [3, csvOf('skill,holders,next_loss', 'Data,1,')]);
  assert.match(errors, /<stdin>:2:12: .*\n.*<stdin>:3:3: /);
  assert.deepEqual(
    readFileSync(list, 'utf8')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',').slice(0, 2).join()),
    ['line,column', '2,12', '3,3'],
  );
});

test('a long report is written whole, and a wrong option does not wait for its end', async () => {
  const [header] = sampleSkills('2021-05-20').split('\r\n');
  const long = `${header}\n${Array.from({ length: 5_000 }, (_, index) => `${index},Yes,Yes,Skill ${index % 2_500},\n`).join('')}`;
  const people = await run(['roster', '--people', 'all', '--format', 'csv'], long);
  assert.deepEqual([people.code, people.errors, people.output.split('\n').length], [0, '', 5_002]);
  const each = await run(['roster', '--format', 'csv'], long);
  assert.deepEqual([each.code, each.output.split('\n').length], [0, 2_502]);
  const open = start('roster', '--shard', '1/8');
  open.stdin.on('error', () => {});
  open.stdin.write(long);
  const { code, errors } = await ended(open);
  assert.equal(code, 2);
  assert.match(errors, /--shard: for a table of links, and <stdin> is a skills report/);
});

test('ask says what can still change the answer; compare where two rulesets differ', async () => {
  const open = { ...question, facts: {} };
  const asked = await run(['ask'], JSON.stringify(open));
  assert.deepEqual(JSON.parse(asked.output), rules.ask(open));
  const inWords = await run(['ask', '--format', 'text', '--lang', 'sv'], JSON.stringify(open));
  const words = await loadWords('sv-SE');
  const [first] = rules.ask(open).questions;
  assert.ok(inWords.output.includes(`1. ${words.text(first.question)} (${first.path})`), inWords.output);

  const both = ['2021-03-11', '2021-04-27'];
  const expected = rules.compare({ ...question, rulesets: both });
  const compared = await run(['compare', '--rulesets', both.join()], JSON.stringify(question));
  assert.deepEqual(JSON.parse(compared.output), expected);
  const own = await run(
    ['compare', '--rulesets', '2018-08-31,2021-04-27'],
    JSON.stringify({ ...question, rulesets: both }),
  );
  assert.deepEqual(JSON.parse(own.output), expected);
  const text = await run(['compare', '--format', 'text', '--rulesets', both.join()], JSON.stringify(question));
  for (const { rule } of expected.differences) {
    assert.match(text.output, new RegExp(`^${rule.replaceAll('.', '\\.')}$`, 'm'));
  }
  assert.match(text.output, /^2021-04-27: Not yet\./m);
  const failing = await run(['compare', '--rulesets', both.join(), '--fail-on', 'deferred'], JSON.stringify(question));
  assert.equal(failing.code, 1);
  assert.equal((await run(['compare'], JSON.stringify(question))).code, 3);
});

test('describe says all, or what a name means; schema is that of the package', async () => {
  const catalogue = rules.describe();
  assert.deepEqual(JSON.parse((await run(['describe'])).output), catalogue);
  const rows = objects((await run(['describe', 'view_kpi', 'association.cool_off', 'find_tier', '2021-03-11'])).output);
  assert.deepEqual(
    rows.map(({ type, id, goal }) => type ?? id ?? goal),
    ['view_kpi', 'association.cool_off', 'find_tier', '2021-03-11'],
  );
  const { output } = await run(['describe', '--format', 'text', '--lang', 'nl', 'link_mcid']);
  const words = await loadWords('nl-NL');
  assert.match(output, /^link_mcid organization$/m);
  assert.ok(output.includes(words.text('action.link_mcid')));
  assert.match(output, /association\.cool_off_days = 30/);
  assert.match(output, /https:\/\/\S+/);
  const all = (await run(['describe', '--format', 'text'])).output;
  for (const name of [
    ...catalogue.actions.map(({ type }) => type),
    ...catalogue.goals,
    ...catalogue.rules.map(({ id }) => id),
  ]) {
    assert.match(all, new RegExp(`^  ${name.replaceAll('.', '\\.')} `, 'm'));
  }
  const shipped = readFileSync(new URL('schema.json', import.meta.resolve('partnercheck')), 'utf8');
  assert.equal((await run(['schema'])).output, shipped);
});

test('a language may be named without its country', async () => {
  const input = JSON.stringify(question);
  const [short, long] = await Promise.all(
    ['sv', 'sv-SE'].map((lang) => run(['check', '--format', 'text', '--lang', lang], input)),
  );
  assert.equal(short.output, long.output);
  assert.notEqual(short.output, (await run(['check', '--format', 'text'], input)).output);
});

test('a day that can be read two ways names the option that says how', async () => {
  const table = file('ambiguous.csv', 'MCID,Started\n1,2/3/2021\n');
  assert.match((await run(roster(table))).errors, /--day-order day_month/);
});

test('completions and the manual page know every command and every option', async () => {
  const { output: about } = await run(['--help']);
  const names = [...about.matchAll(/^ {2}(\w+(?: merge)?) {2,}/gm)].map(([, name]) => name);
  assert.ok(names.length >= 10);
  const page = readFileSync(new URL('partnercheck.1', import.meta.resolve('partnercheck')), 'utf8').replaceAll(
    '\\-',
    '-',
  );
  const [bash, zsh, fish] = await Promise.all(
    ['bash', 'zsh', 'fish'].map(async (shell) => (await run(['completion', shell])).output),
  );
  assert.ok(zsh.endsWith(bash));
  for (const name of names) {
    assert.ok(page.includes(`.SS ${name}\n`), name);
    const { output: help } = await run([...name.split(' '), '--help']);
    const [, options] = bash.split(`    "${name}") options="`);
    for (const [, option] of help.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)) {
      assert.ok(page.includes(`--${option}`), `${name} --${option}`);
      assert.ok(options.split('"')[0].split(' ').includes(`--${option}`), `${name} --${option}`);
      assert.ok(name.includes(' ') || fish.includes(`from ${name}' -l ${option} `), `${name} --${option}`);
    }
  }
  const complete = (...typed) =>
    execFileSync(
      'bash',
      [
        '-c',
        `${bash}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _partnercheck; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        ...typed,
      ],
      { encoding: 'utf8', cwd: folder },
    )
      .trim()
      .split('\n');
  assert.deepEqual(complete('partnercheck', 'com'), ['compare', 'completion']);
  assert.deepEqual(complete('partnercheck', 'compare', '--rules'), ['--ruleset-file', '--rulesets']);
  assert.ok(complete('partnercheck', 'roster', 'merge', '--').includes('--help'));
  file('a table.csv', 'MCID\n');
  assert.deepEqual(complete('partnercheck', 'roster', 'a t'), ['a table.csv']);
});

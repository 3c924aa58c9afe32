// What every entry to the roster gives beside a roster itself.
export type { Answer } from '../answers.js';
export { LoadError } from '../load-error.js';

export type * from './contract.js';
export { loadRosterWords } from './text.js';
export { mergeTotals } from './totals.js';
export { monthWords } from '../month-words.js';
export {
  dayOrderShown,
  recognise,
  recogniseTable,
  skillColumns,
  type DayOrderShown,
  type Ground,
  type Guess,
  type HeaderSaid,
  type Recognised,
  type RecognisedTable,
  type TableColumn,
  type TableKind,
} from './recognise.js';
export { sampleBytes, sampleTable, type SampleOptions } from './sample.js';
export { sampleSkills } from './sample-skills.js';
export { tableForm, type FormOptions } from './table-form.js';
export {
  calledOf,
  isWrittenTo,
  mailMerge,
  mailOf,
  reasonOf,
  whatToDo,
  type Addressee,
  type Called,
  type Mail,
  type TodoContext,
} from './todo.js';
export { template } from './template.js';
export { accountWords, totalWords, yesNoWords } from './cell-words.js';
export type { ByteSource } from './byte-source.js';
export type {
  SniffAnswer,
  SniffStartAnswer,
  StartAnswer,
  SkillsStartAnswer,
  FeedAnswer,
  FinishAnswer,
  PersonAnswer,
  ComparedAnswer,
  ViewAnswer,
  RowsAnswer,
  SkillsAnswer,
  ForecastAnswer,
  SkillRowsAnswer,
  BroughtAnswer,
  BothRowsAnswer,
  ColumnsAnswer,
  CsvAnswer,
  Outcome,
  ColumnsRequest,
  CsvCell,
  Roster,
  LinksTable,
  SkillsTable,
  BothTables,
  Sniffing,
} from './roster.js';
export { noDay, statuses } from './roster.js';

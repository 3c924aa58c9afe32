// The manual page, as the build writes it.
import { groupsOf, nameOf, type Command } from './command.js';

/** `day`: of the version. */
export function manPage(commands: Record<string, Command>, version: string): string {
  return [
    `.TH PARTNERCHECK 1 "" "partnercheck ${plain(version)}" "User Commands"`,
    '.SH NAME',
    'partnercheck \\- may this action in Microsoft Partner Center go ahead, from which day, and why?',
    '.SH SYNOPSIS',
    ...Object.values(commands).flatMap(({ usage }) => usage.flatMap((each) => ['.B partnercheck', plain(each), '.br'])),
    '.SH DESCRIPTION',
    'Answers by the rules of five public Partner Center documents, without a network: nothing is sent anywhere.',
    '.SH COMMANDS',
    ...Object.entries(commands).flatMap(([name, command]) => [
      `.SS ${plain(name)}`,
      ...lines(command.about),
      ...groupsOf(command).flatMap(([heading, options]) => [
        ...(heading === '' ? [] : ['.PP', plain(`${heading}:`)]),
        ...Object.entries(options).flatMap(([option, described]) => [
          '.TP',
          `.B ${plain(nameOf(option, described))}`,
          ...lines(described.help),
        ]),
      ]),
      ...(command.notes === undefined ? [] : ['.PP', ...lines(command.notes)]),
    ]),
    '',
  ].join('\n');
}

/** No sign of it means anything to troff. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^(?=[.'])/gm, '\\&');
}

function lines(text: string): string[] {
  return plain(text)
    .split('\n')
    .map((line) => (line === '' ? '.PP' : line));
}

// partnercheck completion: what a shell needs to complete commands and options.
import { exitCodes, groupsOf, UsageError, type Command } from './command.js';
import { meant } from './nearest.js';
import { write } from './output.js';

const shells = { bash, zsh, fish };
type Shell = keyof typeof shells;

/** `commands` is asked when it runs: it is one of them. */
export function completionCommand(commands: () => Record<string, Command>): Command {
  const names = Object.keys(shells);
  return {
    usage: [`completion ${names.join(' | ')}`],
    about: `Prints what lets a shell complete commands and options.
bash: source <(partnercheck completion bash); zsh: the same, behind compinit;
fish: partnercheck completion fish | source`,
    options: {},
    async run(_, [shell = '', ...others]) {
      if (!Object.hasOwn(shells, shell) || others.length > 0) {
        throw new UsageError(`completion takes one of ${names.join(', ')}${meant(shell, names)}`);
      }
      await write(shells[shell as Shell](commands()));
      return exitCodes.done;
    },
  };
}

const first = (text: string): string => text.split('\n')[0] ?? '';
const optionsOf = (command: Command) => groupsOf(command).flatMap(([, options]) => Object.entries(options));
/** Two words are completed as the first, and then as an argument of it. */
const wordsOf = (commands: Record<string, Command>): string[] =>
  Object.keys(commands).filter((name) => !name.includes(' '));

function bash(commands: Record<string, Command>): string {
  const cases = Object.entries(commands).map(
    ([name, command]) =>
      `    ${JSON.stringify(name)}) options=${JSON.stringify(
        optionsOf(command)
          .map(([option]) => `--${option}`)
          .join(' '),
      )} ;;`,
  );
  return `# bash completion of partnercheck
# shellcheck disable=SC2207
_partnercheck() {
  local current=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]} options=
  if [[ $COMP_CWORD -gt 2 && "$command \${COMP_WORDS[2]}" == "roster merge" ]]; then command="roster merge"; fi
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${[...wordsOf(commands), '--help', '--version'].join(' ')}" -- "$current"))
    return
  fi
  case $command in
${cases.join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    local IFS=$'\\n'
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _partnercheck partnercheck
`;
}

/** Through what zsh understands of bash. */
function zsh(commands: Record<string, Command>): string {
  return `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
}

function fish(commands: Record<string, Command>): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const names = wordsOf(commands);
  return [
    '# fish completion of partnercheck',
    ...names.map(
      (name) =>
        `complete -c partnercheck -n __fish_use_subcommand -f -a ${name} -d ${quoted(first(commands[name]?.about ?? ''))}`,
    ),
    ...names.flatMap((name) =>
      optionsOf(commands[name] as Command).map(
        ([option, { value, help }]) =>
          `complete -c partnercheck -n '__fish_seen_subcommand_from ${name}' -l ${option}${value === undefined ? '' : ' -r'} -d ${quoted(first(help))}`,
      ),
    ),
    '',
  ].join('\n');
}

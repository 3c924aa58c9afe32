// What users of the elements see of them, made from the classes themselves: its types, custom-elements.json for documentation, and
// from that the types for JSX and what editors know. Only what is public and not Lit's own stands in them.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, ts as analyzed } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import ts from 'typescript';

const source = new URL('../src/embed/', import.meta.url);
const target = new URL('../../element/dist/', import.meta.url);
const elements = [
  { className: 'PartnerCheckElement', file: 'element/element', define: 'element/define' },
  { className: 'PartnerCheckRosterElement', file: 'roster/roster-element', define: 'roster/define' },
];
const classNames = elements.map(({ className }) => className);

/** The browser calls these, or Lit. */
const ofFramework = ['observedAttributes', 'properties', 'styles', 'formAssociated'];
/** The views inside do. */
const ofViews = ['hasAddresses', 'coreSource', 'focusOn', 'openLine'];
const isOfFramework = (name) => /Callback$/.test(name) || [...ofFramework, ...ofViews].includes(name);

process.chdir(fileURLToPath(new URL('../', target)));
// It reads here, when it is loaded, whose types they will be.
const { generateJetBrainsWebTypes } = await import('custom-element-jet-brains-integration');
writeTypes();
const manifest = manifestOf();
writeFileSync(new URL('custom-elements.json', target), `${JSON.stringify(manifest, null, 2)}\n`);
writeJsxTypes(manifest);
writeEditorData(manifest);

function writeTypes() {
  const config = ts.getParsedCommandLineOfConfigFile(
    fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    {},
    ts.sys,
  );
  const options = {
    ...config.options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    removeComments: false,
  };
  const program = ts.createProgram(config.fileNames, options);
  const names = [
    ...elements.flatMap(({ file, define }) => [file, define]),
    'element/events',
    'roster/events',
    'frame/frame',
    'frame/protocol',
  ];
  for (const name of names) {
    let text;
    const file = program.getSourceFile(fileURLToPath(new URL(`${name}.ts`, source)));
    program.emit(file, (_, written) => (text = written), undefined, true, { afterDeclarations: [publicOnly] });
    if (text === undefined) {
      throw new Error(`${name}.ts gives no types`);
    }
    writeFileSync(new URL(`${name}.d.ts`, target), usedImports(text));
  }
}

/** For TypeScript: the classes extend HTMLElement, and have what is public. */
function publicOnly(context) {
  const { factory } = context;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const isPublic = (member) =>
    !ts.isConstructorDeclaration(member) &&
    !(ts.getCombinedModifierFlags(member) & hidden) &&
    !isOfFramework(member.name.getText());
  const visit = (node) =>
    ts.isClassDeclaration(node) && classNames.includes(node.name?.text)
      ? factory.updateClassDeclaration(
          node,
          node.modifiers,
          node.name,
          undefined,
          [
            factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, [
              factory.createExpressionWithTypeArguments(factory.createIdentifier('HTMLElement'), undefined),
            ]),
          ],
          node.members.filter(isPublic),
        )
      : node;
  return (file) => ts.visitEachChild(file, visit, context);
}

/** Without the imports of what was left out. */
function usedImports(text) {
  return text.replaceAll(/^import (?:type )?\{([^}]*)\} from '([^']*)';\n/gm, (line, list, from) => {
    const rest = text.replace(line, '');
    const used = list
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) =>
        new RegExp(`\\b${name.split(' ').at(-1)}\\b`).test(
          rest.replaceAll(/^import .*$/gm, '').replaceAll(/\/\*\*[^]*?\*\//g, ''),
        ),
      );
    return used.length === 0 ? '' : `import type { ${used.join(', ')} } from '${from}';\n`;
  });
}

function manifestOf() {
  const modules = elements.map(({ file }) => {
    const text = readFileSync(new URL(`${file}.ts`, source), 'utf8');
    return analyzed.createSourceFile(`dist/${file}.js`, text, analyzed.ScriptTarget.ES2022, true);
  });
  const { schemaVersion, modules: found } = create({ modules, plugins: litPlugin() });
  return {
    schemaVersion,
    modules: elements.flatMap(({ className, file, define }) => {
      const path = `dist/${file}.js`;
      const { declarations } = found.find((module) => module.path === path);
      const element = elementOf(declarations.find(({ name }) => name === className));
      const declaration = { name: className, module: path };
      return [
        {
          kind: 'javascript-module',
          path,
          declarations: [element],
          exports: [{ kind: 'js', name: className, declaration }],
        },
        {
          kind: 'javascript-module',
          path: `dist/${define}.js`,
          declarations: [],
          exports: [{ kind: 'custom-element-definition', name: element.tagName, declaration }],
        },
      ];
    }),
  };
}

function elementOf(declaration) {
  const isPublic = ({ name, privacy = 'public', static: isStatic }) =>
    privacy === 'public' && !isStatic && !isOfFramework(name);
  const names = new Set(declaration.members.filter(isPublic).map(({ name }) => name));
  const { superclass: _, ...rest } = declaration;
  return {
    ...rest,
    superclass: { name: 'HTMLElement' },
    members: declaration.members.filter(isPublic),
    attributes: declaration.attributes
      // `lang` is a property that every element has.
      .map(({ fieldName = 'lang', ...attribute }) => ({ ...attribute, fieldName }))
      .filter(({ fieldName }) => fieldName === 'lang' || names.has(fieldName)),
    events: declaration.events.filter(({ name }) => name.startsWith('partner-check-')),
  };
}

/** Which framework they are for is said in types/: what they would extend has to be installed. */
function writeJsxTypes(manifest) {
  jsxTypesPlugin({
    outdir: 'dist',
    fileName: 'jsx.d.ts',
    componentTypePath: (name) => `./${elements.find(({ className }) => className === name).file}.js`,
  }).packageLinkPhase({
    customElementsManifest: structuredClone(manifest),
  });
  const file = new URL('jsx.d.ts', target);
  const text = readFileSync(file, 'utf8');
  const end = text.indexOf('\ndeclare module');
  if (end < 0) {
    throw new Error('jsx.d.ts extends no framework any more');
  }
  writeFileSync(file, text.slice(0, end));
}

/** The generators change what they are given. */
function writeEditorData(manifest) {
  const { ActionType } = JSON.parse(
    readFileSync(new URL('../../wasm/dist/schema.json', import.meta.url), 'utf8'),
  ).definitions;
  const withActions = structuredClone(manifest);
  const [{ attributes }] = withActions.modules[0].declarations;
  attributes.find(({ name }) => name === 'action').type.text = ActionType.enum.map((name) => `'${name}'`).join(' | ');
  generateVsCodeCustomElementData(structuredClone(withActions), { outdir: 'dist', hideLogs: true });
  generateJetBrainsWebTypes(withActions, { outdir: 'dist', packageJson: false, hideLogs: true });
}

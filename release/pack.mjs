// Packs what is published:  node release/pack.mjs FOLDER [ADDRESS OF THE REPOSITORY]
import { pack } from './packages.mjs';

const [folder, repository] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error('node release/pack.mjs FOLDER [ADDRESS OF THE REPOSITORY]');
}
console.log(pack(folder, repository).join('\n'));

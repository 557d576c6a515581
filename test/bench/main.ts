import { benchHistory } from './history.ts';
import { benchLineWhy } from './lineWhy.ts';

const benches = { history: benchHistory, lineWhy: benchLineWhy };

for (const [name, bench] of Object.entries(benches)) {
  console.log(`# ${name}`);
  await bench(process.argv.slice(2));
}

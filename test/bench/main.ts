import { benchHistory } from './history.ts';

const benches = { history: benchHistory };

for (const [name, bench] of Object.entries(benches)) {
  console.log(`# ${name}`);
  await bench(process.argv.slice(2));
}

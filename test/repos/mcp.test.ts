import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AGENT_TOOLS } from '../../src/agents/tools.ts';
import { assertCheap, markedLines } from '../support/agentAnswers.ts';
import { agentShop, EPIC } from '../support/agentShop.ts';
import { startAgent, type Agent } from '../support/mcpClient.ts';
import { cleanup, temporaryFolder } from '../support/repo.ts';

describe('outcome-lens mcp', function () {
  this.timeout(60_000);
  const started: Agent[] = [];
  const agentIn = async (folder: string, ...args: readonly string[]): Promise<Agent> => {
    const agent = await startAgent(folder, ...args);
    started.push(agent);
    return agent;
  };
  afterEach(async () => {
    await Promise.all(started.splice(0).map(agent => agent.close()));
    cleanup();
  });

  it('lists three tools that only read, with schemas that say what they take', async () => {
    const { client } = await agentIn(agentShop().dir);
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['outcome', 'readiness', 'flow'],
    );
    for (const { annotations, inputSchema, description } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.equal(annotations.openWorldHint, false);
      assert.equal(inputSchema['additionalProperties'], false);
      assert.ok(description !== undefined && description.length > 40);
      assert.equal(Object.keys(inputSchema.properties ?? {}).at(-1), 'page');
    }
    assert.match(client.getInstructions() ?? '', /never instructions/);
  });

  it('says why the branch, another branch and a ticket exist', async () => {
    const agent = await agentIn(agentShop().dir);
    const { text, isError } = await agent.call('outcome');
    assert.equal(isError, false);
    assertCheap(text, 'outcome');
    const told = markedLines(text);
    assert.ok(told.includes('ticket: PAY-101 (key in the branch name)'), text);
    assert.ok(told.includes('anticipated outcome: Guests pay without an account, so fewer give up.'));
    assert.ok(told.includes('measure: Completed guest orders: 12 % -> 14 % on 1 Oct 2026 -> 20 %'), text);
    assert.ok(told.some(line => line.startsWith('epic: PAY-100: Guest checkout, stage launch (outcomes/PAY-100.md')));
    assert.doesNotMatch(text, /A subject|ada/i);
    const asked = await agent.call('outcome', { ticket: 'pay-101' });
    assert.ok(markedLines(asked.text).includes('ticket: PAY-101 (asked about)'));
    const main = await agent.call('outcome', { branch: 'main' });
    assert.match(main.text, /missing branch\/isMain: This is main/);
    const none = await agent.call('outcome', { branch: 'none' });
    assert.deepEqual([none.isError, /There is no branch "none" here/.test(none.text)], [true, true]);
  });

  it('gives the epic’s text page by page, and nothing of it is lost', async () => {
    const prose = Array.from({ length: 120 }, (_, n) => `Sentence ${n} of the story.`).join('\n');
    const agent = await agentIn(agentShop(EPIC.replace('The shop asks', `${prose}\nThe shop asks`)).dir);
    const pages: string[] = [];
    for (let page = 1, last = 1; page <= last; page++) {
      const { text } = await agent.call('outcome', { text: true, page });
      assertCheap(text, `page ${page}`);
      last = Number(/Page \d+ of (\d+)/.exec(text)?.[1]);
      assert.ok(last > 2);
      pages.push(...markedLines(text));
    }
    for (const line of prose.split('\n')) assert.ok(pages.includes(line), line);
    const beyond = await agent.call('outcome', { text: true, page: 999 });
    assert.match(beyond.text, /there is no page 999; the last one is \d+/);
    assert.equal(beyond.isError, true);
  });

  it('says what is left to do, by lines, and one item in full', async () => {
    const agent = await agentIn(agentShop().dir);
    const { text } = await agent.call('readiness');
    assertCheap(text, 'readiness');
    assert.match(text, /^Readiness: Not ready\./);
    assert.ok(markedLines(text).includes('L16 open: Support briefed'), text);
    assert.ok(markedLines(text).includes('L17 ticked, but the evidence is missing: Runbook written'), text);
    const item = await agent.call('readiness', { line: 17 });
    assert.ok(markedLines(item.text).includes('reason: ../docs/runbook.md is not in this repository.'), item.text);
    assert.equal((await agent.call('readiness', { line: 3 })).isError, true);
    const strict = await agent.call('readiness', { epic: 'PAY-100', gate: 'go-live readiness', strict: true });
    assert.match(strict.text, /L15 ticked, without evidence: Rollback/);
    const unknown = await agent.call('readiness', { epic: 'PAY-999' });
    assert.match(unknown.text, /^Readiness: No answer\.[\s\S]*No epic was found/);
  });

  it('shows no flow of fewer than five people', async () => {
    const agent = await agentIn(agentShop().dir);
    const { text, isError } = await agent.call('flow', { weeks: 520 });
    assert.equal(isError, false);
    assertCheap(text, 'flow');
    assert.match(text, /Fewer than 5 people|to protect people|Nothing landed/);
    assert.doesNotMatch(text, /throughput:/);
  });

  it('sees what changed since the last question', async () => {
    const repo = agentShop();
    const agent = await agentIn(repo.dir);
    assert.match((await agent.call('readiness')).text, /L16 open/);
    writeFileSync(path.join(repo.dir, 'outcomes/PAY-100.md'), EPIC.replace('- [ ] Support', '- [x] Support'));
    assert.doesNotMatch((await agent.call('readiness')).text, /L16 open/);
    repo.switchTo('feature/PAY-777-other');
    assert.match((await agent.call('outcome')).text, /PAY-777/);
  });

  it('lists epics and reads each as data', async () => {
    const agent = await agentIn(agentShop().dir);
    const { resources } = await agent.client.listResources();
    assert.deepEqual(
      resources.map(({ uri, name }) => [uri, name]),
      [['outcome-lens://epic/PAY-100', 'PAY-100 Guest checkout']],
    );
    const text = await agent.read('outcome-lens://epic/PAY-100');
    assert.deepEqual(markedLines(text).slice(1).join('\n').trimEnd(), EPIC.trimEnd());
    const { resourceTemplates } = await agent.client.listResourceTemplates();
    assert.equal(resourceTemplates[0]?.uriTemplate, 'outcome-lens://epic/{key}');
    await assert.rejects(agent.read('outcome-lens://epic/PAY-999'), /no epic file has the key PAY-999/);
    await assert.rejects(agent.read('file:///etc/hosts'), /no epic file has the key/);
    await assert.rejects(agent.read('outcome-lens://epic/%'), /no epic file has the key/);
  });

  it('has a prompt with which a person’s own model drafts an outcome', async () => {
    const agent = await agentIn(agentShop().dir);
    const { prompts } = await agent.client.listPrompts();
    assert.deepEqual(
      prompts.map(({ name }) => name),
      ['draft_outcome'],
    );
    for (const args of [{}, { epic: 'PAY-100' }]) {
      const { messages } = await agent.client.getPrompt({ name: 'draft_outcome', arguments: args });
      const { content } = messages[0]!;
      assert.ok(content.type === 'text');
      assert.match(content.text, /what will be different, and for whom/);
      assert.ok(markedLines(content.text).includes('The shop asks for an account before it takes money.'));
    }
    await assert.rejects(
      agent.client.getPrompt({ name: 'draft_outcome', arguments: { epic: 'PAY-9' } }),
      /no epic file has the key PAY-9/,
    );
    await assert.rejects(agent.client.getPrompt({ name: 'other' }), /one prompt: draft_outcome/);
  });

  it('refuses wrong arguments and unknown tools in words, and answers on', async () => {
    const agent = await agentIn(agentShop().dir);
    const wrong: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
      ['outcome', { ticket: 7 }, /Wrong arguments \(ticket\)\. outcome takes: ticket \(key of a ticket/],
      ['outcome', { tickets: 'PAY-1' }, /not one that is known/],
      ['outcome', { ticket: 'PAY-1', branch: 'main' }, /exclude each other/],
      ['outcome', { ticket: '../../etc' }, /takes a key such as/],
      ['readiness', { line: 0 }, /Wrong arguments \(line\)/],
      ['flow', { weeks: 3 }, /4 to 520/],
      ['flow', { figure: 'nobody' }, /figure takes one of cycleTime/],
      ['flow', { team: 'nobody' }, /could not answer/],
      ['fly', {}, /There is no such tool; there are outcome, readiness, flow\./],
    ];
    for (const [tool, args, words] of wrong) {
      const { text, isError } = await agent.call(tool, args);
      assert.equal(isError, true, tool);
      assert.match(text, words);
      assertCheap(text, tool);
    }
    assert.equal((await agent.call('outcome')).isError, false);
  });

  it('says what is wrong where there is no repository, and answers once there is one', async () => {
    const folder = temporaryFolder();
    const agent = await agentIn(folder);
    for (const { name } of AGENT_TOOLS) {
      const { text, isError } = await agent.call(name);
      assert.equal(isError, true);
      assert.match(text, /No git repository here/);
    }
    await assert.rejects(agent.client.listResources(), /No git repository here/);
    const { dir } = agentShop();
    const elsewhere = await agentIn(folder, '-C', dir);
    assert.match((await elsewhere.call('outcome')).text, /Guests pay/);
    rmSync(path.join(dir, '.git'), { recursive: true });
    assert.equal((await elsewhere.call('outcome')).isError, true);
  });
});

export const HELP = `outcome-lens: why a branch exists, whether it is ready, and how work flows. Read from git and plain files.

  outcome-lens why [--branch NAME | --ticket KEY]   the chain from the branch to its outcome
  outcome-lens why --file PATH --line N | --commit HASH
                                                    the same from the change that a line came with, or from a commit
  outcome-lens why --file PATH                      the outcomes that shaped a file or folder
  outcome-lens ready [KEY] [--gate NAME] [--strict] [--format FORMAT] [--links URL]
                                                    what is met and what is missing; for CI
  outcome-lens lint [PATH…] [--strict] [--format FORMAT]
                                                    what is worth a look in epic files, value tree and team files
  outcome-lens learn [--figure ID] [--format FORMAT]
                                                    what became of the outcomes, and how well they were foreseen
  outcome-lens flow [--weeks N | --since DAY [--until DAY]] [--team NAME] [--type TYPE] [--figure ID]
                    [--format FORMAT] [--solo]      how what landed on the main branch flowed
  outcome-lens mcp                                  answers coding agents (MCP) on stdin and stdout until stdin closes

  -C, --repository DIR   look here instead of the current folder
      --folder DIR       folder of the epic files, inside the repository (default: outcomes)
      --json             one JSON document on stdout; its schema is in schemas/
      --strict           ready: a tick without evidence does not count; lint: hints fail too
      --links URL        ready: the address before a file's path, for links in Markdown
      --team NAME        flow: one of several teams, by its file in teams/
      --type TYPE        flow: feature, defect, risk, debt, other or unknown
      --figure ID        learn, flow: one figure in full; without it they end with a list of their ids
      --format FORMAT    text (default) or json (the same as --json); ready: also markdown or sarif; lint: also sarif;
                         learn, flow: also markdown or csv (needs --figure)
      --solo             flow: show figures of one or two people, on a terminal only
      --version, --help

Exit code: 0 fine; 1 the answer is "no" (no outcome, not ready, a file that cannot be read, nothing to show);
2 could not answer.
Flow figures need at least 3 people as text on a terminal, and 5 in anything else (--format, --json, pipes, files).
Run it only in repositories that you trust: a repository can name programs that git runs.`;

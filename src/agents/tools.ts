import { flowTool } from './flow.ts';
import { outcomeTool } from './outcome.ts';
import { readinessTool } from './readiness.ts';
import type { AgentTool } from './tool.ts';

/** Every tool, the same for all agents. All of them read only. */
export const AGENT_TOOLS: readonly AgentTool[] = [outcomeTool, readinessTool, flowTool];

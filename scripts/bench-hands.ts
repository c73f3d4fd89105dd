/**
 * Plays every action of a person before every service call of what the registry does, and what comes after it.
 * Run: `npm run bench:hands`, for some hours; `HANDS=100 npm run bench:hands` draws so many of each entry.
 */
import { spawnSync } from 'node:child_process';

const env = { ...process.env, HANDS: process.env.HANDS ?? 'all' };
const { status } = spawnSync('npx', ['vitest', 'run', 'test/hands'], { stdio: 'inherit', env });
process.exitCode = status ?? 1;

export { readFacts } from './facts.ts';
export { NOT_CHECKED } from './not-checked.ts';
export { Scratch } from './scratch.ts';
export { countSteps, cutOffStep, takeStep } from './steps.ts';

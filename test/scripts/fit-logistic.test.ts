import { describe, expect, it } from 'vitest';
import { fitLogistic, type Sample } from '../../scripts/matching/fit-logistic.ts';
import { createRandom } from '../../scripts/matching/random.ts';

describe('fitLogistic', () => {
  const random = createRandom(3);
  const [bias, first, second] = [-1, 2, -3];
  const samples = Array.from({ length: 20_000 }, (): Sample => {
    const [x, y, given] = [random(), random(), random() < 0.5 ? 1 : 0];
    const share = 1 / (1 + Math.exp(-(bias + first * x + second * y + given)));
    return { values: [1, x, y], isSame: random() < share, importance: 1, offset: given };
  });

  it('finds the weights by which samples were drawn, those that are given set aside', () => {
    const fitted = fitLogistic(samples);
    [bias, first, second].forEach((weight, i) => {
      expect(Math.abs((fitted[i] ?? 0) - weight)).toBeLessThan(0.2);
    });
  });

  it('takes an importance of two for two samples', () => {
    const some = samples.slice(0, 200);
    const doubled = fitLogistic(some.map((sample) => ({ ...sample, importance: 2 })));
    const twice = fitLogistic([...some, ...some]);
    doubled.forEach((weight, i) => {
      expect(weight).toBeCloseTo(twice[i] ?? Number.NaN, 6);
    });
  });
});

import type { ICellCustomRender } from '@univerjs/core';

const COLOR = '#5f6368';

/** The room that the lock takes at the right of its cell, in pixels. */
export const LOCK_ROOM = 16;

/** A small closed lock at the right end of a cell. */
export const LOCK: ICellCustomRender = {
  zIndex: 2,
  drawWith(context, { primaryWithCoord }) {
    const { endX, startY, endY } = primaryWithCoord;
    const left = endX - 13;
    const top = (startY + endY) / 2 - 1;
    context.save();
    context.fillStyle = COLOR;
    context.strokeStyle = COLOR;
    context.lineWidth = 1.3;
    context.beginPath();
    context.arc(left + 4, top, 2.4, Math.PI, 0);
    context.stroke();
    context.fillRect(left, top, 8, 6);
    context.restore();
  },
};

/** A veil over a protected cell, through which its grid lines show. */
export const TINT: ICellCustomRender = {
  zIndex: 1,
  drawWith(context, { primaryWithCoord }) {
    const { startX, startY, endX, endY } = primaryWithCoord;
    context.save();
    context.fillStyle = 'rgb(60 64 67 / 6%)';
    context.fillRect(startX, startY, endX - startX, endY - startY);
    context.restore();
  },
};

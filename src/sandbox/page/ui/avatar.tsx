import type { VNode } from 'preact';
import { colourOf, initialsOf } from '../model/avatar.ts';

interface AvatarProps {
  name: string;
  isApp?: boolean;
  size?: 'small' | 'normal';
}

export function Avatar({ name, isApp, size = 'normal' }: AvatarProps): VNode {
  const colour = isApp ? 'avatar-app' : `avatar-${colourOf(name)}`;
  return (
    <span class={`avatar ${colour} ${size}`} aria-hidden="true">
      {isApp ? '★' : initialsOf(name)}
    </span>
  );
}

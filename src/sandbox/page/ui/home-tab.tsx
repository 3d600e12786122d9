import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Blocks } from '../blocks/blocks.tsx';
import { SurfaceContext, usePage } from '../context.ts';
import { formState, knownBlocks } from '../model/form.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Failure } from './message.tsx';

/** The app's Home. Opening it tells the app, which then draws it anew. */
export function HomeTab(): VNode {
  const { words, state, act } = usePage();
  const { home } = state.snapshot;
  const [entered, setEntered] = useState({});
  const failure = state.failures.home;
  const blocks = knownBlocks(home?.blocks ?? []);

  useEffect(() => {
    void act({ type: 'open_home' });
  }, [act]);

  return (
    <div class="home" role="tabpanel" aria-label={words.homeTab}>
      {failure !== undefined && <Failure text={failure} place="home" />}
      {blocks.length === 0 ? (
        <p class="empty">{words.homeEmpty}</p>
      ) : (
        <ErrorBoundary instead={<p class="unknown">{words.unknownBlock('home')}</p>}>
          <SurfaceContext.Provider
            value={{
              place: 'home',
              values: formState(blocks, entered),
              errors: {},
              setValues: setEntered,
            }}
          >
            <Blocks blocks={blocks} />
          </SurfaceContext.Provider>
        </ErrorBoundary>
      )}
    </div>
  );
}

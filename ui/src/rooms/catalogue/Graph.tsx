import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { ServiceGraph } from '../../api/types';
import { SeverityShape } from '../../kit/marks';
import { useIsWide } from '../../kit/wide';
import { curve, layout, NODE, type Spot } from './layout';
import { addressOf, healthWords, shortened } from './wording';

interface GraphProps {
  graph: ServiceGraph;
  /** As many side by side as fit. */
  columns?: number;
}

type Node = ServiceGraph['nodes'][number];

const EDGE = 2; // for the focus around the outermost

/** What needs what, from top to bottom. Every service is a link; the same stands below in words. */
export function Graph({ graph, columns }: GraphProps) {
  const isWide = useIsWide();
  const [chosen, setChosen] = useState<string | null>(null);
  const { nodes, edges } = graph;
  const drawn = useMemo(
    () =>
      layout(
        nodes.map(({ id }) => id),
        edges,
        isWide ? (columns ?? 5) : 2,
      ),
    [nodes, edges, isWide, columns],
  );
  const spots = useMemo(() => new Map(drawn.spots.map((spot) => [spot.id, spot])), [drawn]);
  const near = useMemo(() => {
    const found = new Set<string>(chosen ? [chosen] : []);
    for (const { from, to } of edges) {
      if (from === chosen) found.add(to);
      if (to === chosen) found.add(from);
    }
    return found;
  }, [edges, chosen]);
  const inOrder = [...nodes].sort((a, b) => place(spots.get(a.id)) - place(spots.get(b.id)));
  return (
    <>
      <nav className="drawing" aria-label="What needs what: each service stands below those that need it">
        <svg
          className="graph"
          viewBox={`${-EDGE} ${-EDGE} ${drawn.width + 2 * EDGE} ${drawn.height + 2 * EDGE}`}
          style={{ maxInlineSize: `${drawn.width + 2 * EDGE}px` }}
        >
          <title>Services from top to bottom</title>
          <g className="edges">
            {edges.map(({ from, to }) => {
              const start = spots.get(from);
              const end = spots.get(to);
              if (!start || !end) return null;
              const isNear = from === chosen || to === chosen;
              return <path key={`${from} ${to}`} d={curve(start, end)} data-near={isNear || undefined} />;
            })}
          </g>
          {inOrder.map((node) => (
            <GraphNode
              key={node.id}
              node={node}
              spot={spots.get(node.id)}
              isCenter={node.id === graph.around}
              isFar={chosen !== null && !near.has(node.id)}
              onChoose={setChosen}
            />
          ))}
        </svg>
      </nav>
      <InWords graph={graph} />
    </>
  );
}

const place = (spot: Spot | undefined): number => (spot ? spot.y * 10_000 + spot.x : 0);

interface GraphNodeProps {
  node: Node;
  spot: Spot | undefined;
  isCenter: boolean;
  isFar: boolean;
  onChoose: (id: string | null) => void;
}

function GraphNode({ node, spot, isCenter, isFar, onChoose }: GraphNodeProps) {
  if (!spot) return null;
  const { health } = node;
  const words = `${node.name}: ${health.worst ? `${health.worst}, ` : ''}${healthWords(health)}`;
  return (
    <Link
      href={addressOf(node)}
      className={isFar ? 'node far' : 'node'}
      aria-label={words}
      aria-current={isCenter ? 'true' : undefined}
      onFocus={() => onChoose(node.id)}
      onBlur={() => onChoose(null)}
      onMouseEnter={() => onChoose(node.id)}
      onMouseLeave={() => onChoose(null)}
    >
      <g transform={`translate(${spot.x} ${spot.y})`}>
        <title>{words}</title>
        <rect width={NODE.width} height={NODE.height} rx="6" />
        {health.worst && (
          <g className="sev" transform="translate(10 14) scale(0.85)">
            <SeverityShape rank={health.worst} />
          </g>
        )}
        <text className="name" x={health.worst ? 38 : 12} y={NODE.height / 2 + 5}>
          {shortened(node.name, health.worst ? 14 : 17)}
        </text>
      </g>
    </Link>
  );
}

/** The drawing as a list, for whoever cannot see it or wants to search in it. */
function InWords({ graph }: { graph: ServiceGraph }) {
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  return (
    <details className="in-words">
      <summary>The same in words</summary>
      <ul className="plain">
        {graph.nodes.map((node) => {
          const needed = graph.edges.filter(({ from }) => from === node.id).map(({ to }) => names.get(to));
          return (
            <li key={node.id}>
              <Link href={addressOf(node)}>{node.name}</Link>{' '}
              <span className="meta">
                {needed.length > 0 ? `needs ${needed.join(', ')}` : 'needs nothing here'};{' '}
                {healthWords(node.health).toLowerCase()}
                {node.health.worst && `, ${node.health.worst}`}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

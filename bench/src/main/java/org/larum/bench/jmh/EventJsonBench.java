package org.larum.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.SerializedObject;
import org.larum.app.eventstore.EventJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An event to its bytes and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EventJsonBench {

    private final EventJson json = new EventJson();
    private final SerializedObject<byte[]> written = Samples.written();
    private final Object raised = Samples.raised(json);

    @Benchmark
    public Object write() {
        return json.serialize(raised, byte[].class);
    }

    @Benchmark
    public Object read() {
        return json.deserialize(written);
    }
}

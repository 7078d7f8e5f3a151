package org.larum.app.alert;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What senders sent, as it came: beside the log, compressed, kept for a time. */
public final class RawTable {

    /** What is shorter stays as it is, which the first bytes of gzip tell: it would gain little and take as long as a long one. */
    private static final int WORTH_ZIPPING = 512;

    private final JdbcClient jdbc;

    public RawTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID id, String dialect, byte[] body, Instant at) {
        jdbc.sql("insert into raw_bodies (id, dialect, body, received_at) values (?, ?, ?, ?)")
                .params(id, dialect, zip(body), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A body to keep. */
    record Raw(UUID id, String dialect, byte[] body, Instant at) {}

    void keep(List<Raw> raws) {
        if (raws.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into raw_bodies (id, dialect, body, received_at)
                        select * from unnest(?::uuid[], ?::text[], ?::bytea[], ?::timestamptz[]) on conflict do nothing""")
                .param(1, raws.stream().map(raw -> raw.id().toString()).toArray(String[]::new))
                .param(2, raws.stream().map(Raw::dialect).toArray(String[]::new))
                .param(3, raws.stream().map(raw -> zip(raw.body())).toArray(byte[][]::new))
                .param(4, raws.stream().map(raw -> raw.at().toString()).toArray(String[]::new))
                .update();
    }

    public Optional<byte[]> find(UUID id) {
        return jdbc.sql("select body from raw_bodies where id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(RawTable::unzip);
    }

    /** The fastest level: a body is compressed while its sender waits, and most are small. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static byte[] zip(byte[] plain) {
        if (plain.length < WORTH_ZIPPING && !isZipped(plain)) {
            return plain;
        }
        var out = new ByteArrayOutputStream(plain.length / 2 + 64);
        try (var gzip = new FastGzip(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static boolean isZipped(byte[] body) {
        return body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    }

    private static byte[] unzip(byte[] packed) {
        if (!isZipped(packed)) {
            return packed;
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

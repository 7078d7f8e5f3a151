package org.larum.app.intake;

import static org.larum.app.intake.Fakes.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Bodies that no door may take, nor stumble over. */
public final class HostileBodies {

    /** {@code encoding}: the Content-Encoding, or nothing. */
    public record Body(String name, byte[] sent, String encoding) {

        @Override
        public String toString() {
            return name;
        }
    }

    private HostileBodies() {}

    public static Stream<Body> all() {
        return Stream.of(
                plain("nothing", ""),
                plain("only spaces", " \r\n\t "),
                plain("null", "null"),
                plain("a number", "42"),
                plain("a text", "\"trigger\""),
                plain("true", "true"),
                plain("an empty object", "{}"),
                plain("arrays in arrays", "[[[]]]"),
                plain("no JSON", "alert=1&severity=critical"),
                plain("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
                plain("unfinished", "[{\"key\": \"a"),
                plain("two documents", "{} {}"),
                plain("NaN", "[NaN]"),
                plain("Infinity", "[-Infinity]"),
                plain("a number that is too large", "[1e999]"),
                plain("an exponent beyond int", "[{\"details\":1e99999999999}]"),
                plain("a million digits", "[" + "9".repeat(300_000) + "]"),
                plain("a long fraction", "[0." + "1".repeat(5000) + "]"),
                plain("a name of 100,000 characters", "{\"" + "n".repeat(100_000) + "\":1}"),
                plain("the same name twice", "{\"key\":\"a\",\"key\":\"b\",\"summary\":\"s\"}"),
                plain("arrays 250,000 deep", "[".repeat(250_000)),
                plain("closed arrays 100,000 deep", "[".repeat(100_000) + "]".repeat(100_000)),
                plain("objects 50,000 deep", "{\"a\":".repeat(50_000)),
                plain("33 levels", "[".repeat(33) + "]".repeat(33)),
                plain("too many tokens", "[" + "1,".repeat(60_000) + "1]"),
                plain("1,001 items that are none", "[" + "{},".repeat(1000) + "{}]"),
                plain("a NUL byte", "[\0]"),
                plain("a control character in a text", "[\"a\nb\"]"),
                plain("a lone surrogate for a name", "{\"\\ud800\":\"\\udfff\"}"),
                plain("a NUL for a name", "[{\"\\u0000\":\"\\u0000\"}]"),
                plain("a comment", "/* x */ []x"),
                new Body("invalid UTF-8", new byte[] {'[', '"', (byte) 0xc0, (byte) 0x80, '"', ']'}, ""),
                new Body("half of an UTF-8 character", new byte[] {'[', '"', (byte) 0xf0, (byte) 0x9f, '"', ']'}, ""),
                new Body("a surrogate as UTF-8", new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, ""),
                new Body("UTF-16 null", "null".getBytes(StandardCharsets.UTF_16), ""),
                new Body("UTF-32 start", new byte[] {0, 0, (byte) 0xfe, (byte) 0xff, 0, 0, 0, '{'}, ""),
                new Body("random bytes", new byte[] {(byte) 0x9f, 1, 2, 3, (byte) 0xff, (byte) 0xd8}, ""),
                new Body("more than 512 KiB", filled(512 * 1024 + 1), ""),
                new Body("not gzip", bytes("{\"key\":\"a\",\"summary\":\"s\"}"), "gzip"),
                new Body("a gzip header only", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0}, "gzip"),
                new Body("half a gzip", half(gzip(bytes("{\"key\":\"a\",\"summary\":\"s\"}"))), "gzip"),
                new Body("a bomb of 10 MiB", gzip(filled(10 * 1024 * 1024)), "gzip"),
                new Body("a bomb of ratio 900", gzip(filled(1024 * 1024)), "gzip"),
                new Body("a bomb in a bomb", gzip(gzip(filled(100 * 1024 * 1024))), "gzip"),
                new Body("an unknown encoding", bytes("{}"), "br"),
                new Body("gzip of nothing", gzip(new byte[0]), "gzip"));
    }

    public static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Body plain(String name, String text) {
        return new Body(name, bytes(text), "");
    }

    private static byte[] filled(int size) {
        var filled = new byte[size];
        Arrays.fill(filled, (byte) ' ');
        return filled;
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }
}

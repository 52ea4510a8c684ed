package dev.tightrope.voicemail.recording;

import static dev.tightrope.voicemail.recording.AudioFiles.ascii;
import static dev.tightrope.voicemail.recording.AudioFiles.id3;
import static dev.tightrope.voicemail.recording.AudioFiles.id3WithFooter;
import static dev.tightrope.voicemail.recording.AudioFiles.join;
import static dev.tightrope.voicemail.recording.AudioFiles.mp4;
import static dev.tightrope.voicemail.recording.AudioFiles.ogg;
import static dev.tightrope.voicemail.recording.AudioFiles.webm;
import static dev.tightrope.voicemail.recording.AudioFiles.webmTracks;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tightrope.api.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SniffAudioTest {
    private static final byte[] HTML = ascii("<html><script>alert(document.domain)</script></html>".repeat(20));

    @ParameterizedTest
    @EnumSource
    void everyKindIsKnownByItsContent(AudioType type) {
        assertThat(SniffAudio.in(fileOf(type)).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource
    void whatElseRecordersWriteIsKnown(AudioType type, byte[] file) {
        assertThat(SniffAudio.in(file).type()).isEqualTo(type);
    }

    static Stream<Arguments> whatElseRecordersWriteIsKnown() {
        return Stream.of(
                arguments(AudioType.MP3, id3(AudioFiles.mp3())),
                arguments(AudioType.MP3, id3(join(new byte[500], AudioFiles.mp3()))),
                arguments(AudioType.MP3, id3(id3(AudioFiles.mp3()))),
                arguments(AudioType.MP3, id3WithFooter(AudioFiles.mp3())),
                arguments(AudioType.MP3, id3(join(new byte[4096], AudioFiles.mp3()))),
                arguments(AudioType.MP3, AudioFiles.mp3OfHalfTheRate()),
                arguments(AudioType.WAV, AudioFiles.wavWithOddChunk()),
                arguments(AudioType.MP4, AudioFiles.mp4OfLargeSizes("soun")),
                arguments(AudioType.AAC, id3(AudioFiles.aac())),
                arguments(AudioType.MP4, mp4("soun", "text")),
                // Cut off within an element, as by a telephone whose battery is empty.
                arguments(AudioType.WEBM, join(webm(2, "A_OPUS"), new byte[] {(byte) 0xA3, (byte) 0x90, 1})),
                arguments(AudioType.OGG, ogg("\1vorbis")),
                arguments(AudioType.OGG, ogg("Speex   ")),
                arguments(AudioType.OGG, ogg("fishead", "\177FLAC")));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoAudioIsNotTakenForIt(byte[] file) {
        assertThat(SniffAudio.in(file).type()).isNull();
    }

    static Stream<byte[]> whatIsNoAudioIsNotTakenForIt() throws IOException {
        return Stream.of(
                new byte[0],
                new byte[1],
                HTML,
                zip(),
                id3(HTML),
                id3(new byte[0]),
                ascii("ID3\4\0\0\177\177\177\177"),
                join(Arrays.copyOf(AudioFiles.mp3(), 4), HTML),
                join(ascii("#!AMR\n"), HTML),
                join(ascii("fLaC"), HTML),
                join(ascii("RIFF\0\0\0\0WAVE"), HTML),
                join(ascii("RIFF\0\0\0\0AVI LIST"), HTML),
                join(ascii("RIFF\0\0\0\0WAVEdata"), HTML),
                join(ascii("\0\0\0\30ftypM4A "), HTML),
                mp4(),
                mp4("text"),
                mp4("soun", "what"),
                AudioFiles.mp4OfLargeSizes("text"),
                id3(join(new byte[4097], AudioFiles.mp3())),
                changed(AudioFiles.wav(), 22, 0),
                changed(AudioFiles.amr(), 6, 0x3D),
                changed(ogg("OpusHead"), 4, 1),
                AudioFiles.flac(33),
                changed(AudioFiles.flac(), AudioFiles.flac().length - 6, 0),
                changed(AudioFiles.flac(), AudioFiles.flac().length - 5, 0),
                ascii(new String(AudioFiles.aac(), ISO_8859_1).replace('\u00f1', '\u00f5')),
                join(ogg("OpusHead"), new byte[27]),
                // The same frames in layer II.
                ascii(new String(AudioFiles.mp3(), ISO_8859_1).replace('\u00fb', '\u00fd')),
                Arrays.copyOf(AudioFiles.wav(), 44),
                Arrays.copyOf(AudioFiles.aac(), 12),
                join(ogg("OpusHead"), new byte[1], ogg("\200theora")),
                join(webm(2, "A_OPUS"), webm(1, "V_VP8")),
                join(webm(2, "A_OPUS"), new byte[1], webmTracks(1, "V_VP8")),
                ogg("<html>"),
                ascii(new String(webm(2, "A_OPUS"), ISO_8859_1).replace("webm", "docx")));
    }

    @ParameterizedTest
    @MethodSource
    void aVideoTrackIsSeen(byte[] file) {
        FoundAudio found = SniffAudio.in(file);
        assertThat(found.type()).isNull();
        assertThat(found.words()).contains("video track");
    }

    static Stream<byte[]> aVideoTrackIsSeen() {
        return Stream.of(
                mp4("vide"),
                mp4("soun", "vide"),
                mp4("vide", "soun"),
                mp4("soun", "pict"),
                mp4("soun", "auxv"),
                join(webm(2, "A_OPUS"), webmTracks(1, "V_VP8")),
                webm(1, "V_VP8"),
                webm(2, "V_VP8"),
                webm(1, "A_OPUS"),
                ogg("\200theora", "\1vorbis"),
                ogg("\1vorbis", "\200theora"));
    }

    /** What a file says of its own sizes may be anything; the answer comes all the same, in time and without memory. */
    @Test
    void nothingInAFileBreaksTheReading() {
        long seed = 20_260_302L;
        Random random = new Random(seed);
        for (AudioType type : AudioType.values()) {
            byte[] whole = fileOf(type);
            for (int i = 0; i < 3000; i++) {
                byte[] file = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
                for (int change = random.nextInt(6); change > 0 && file.length > 0; change--) {
                    file[random.nextInt(Math.min(file.length, 200))] =
                            (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
                }
                FoundAudio found = SniffAudio.in(file);
                assertThat(found.words())
                        .as("%s, seed %d, round %d", type, seed, i)
                        .isNotEmpty();
            }
        }
    }

    /** A track that does not tell its size, in one that does not, and so on: nobody may have to remember them all. */
    @ParameterizedTest
    @ValueSource(strings = {"\256\377", "\26\124\256\153\377", "\30\123\200\147\377", "\32\105\337\243\377"})
    void elementsNestedWithoutEndLeadNowhere(String start) {
        byte[] file = join(webm(2, "A_OPUS"), ascii(start.repeat(100_000)));
        assertThat(SniffAudio.in(file).type()).isNull();
        assertThat(SniffAudio.in(ascii("\32\105\337\243\200" + start.repeat(100_000)))
                        .type())
                .isNull();
    }

    @Test
    void tracksNestedWithTheirSizesLeadNowhereEither() {
        byte[] file = join(webm(2, "A_OPUS"), AudioFiles.webmTracksNested(100_000));
        assertThat(SniffAudio.in(file).type()).isEqualTo(AudioType.WEBM);
    }

    @Test
    void whatIsSaidHasToBeWhatIsFound() {
        FoundAudio wav = SniffAudio.in(AudioFiles.wav());

        assertThat(SaidAndFound.typeOf(MediaType.valueOf("Audio/X-WAV; codec=1"), wav))
                .isEqualTo(AudioType.WAV);
        assertThatThrownBy(() -> SaidAndFound.typeOf(MediaType.valueOf("audio/mpeg"), wav))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(415);
                    assertThat(refused.detail()).contains("audio/mpeg", "audio/wav");
                });
        assertThatThrownBy(() -> SaidAndFound.typeOf(MediaType.valueOf("audio/wav"), SniffAudio.in(HTML)))
                .hasMessageContaining("no audio");
        assertThatThrownBy(() -> SaidAndFound.typeOf(null, wav)).hasMessageContaining("nothing");
    }

    private static byte[] fileOf(AudioType type) {
        return switch (type) {
            case WAV -> AudioFiles.wav();
            case MP3 -> AudioFiles.mp3();
            case AAC -> AudioFiles.aac();
            case MP4 -> mp4("soun");
            case OGG -> ogg("OpusHead");
            case WEBM -> webm(2, "A_OPUS");
            case FLAC -> AudioFiles.flac();
            case AMR -> AudioFiles.amr();
            case AMR_WB -> AudioFiles.amrWide();
        };
    }

    private static byte[] changed(byte[] file, int place, int octet) {
        file[place] = (byte) octet;
        return file;
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("voicemail.mp3"));
            zip.write(HTML);
        }
        return file.toByteArray();
    }
}

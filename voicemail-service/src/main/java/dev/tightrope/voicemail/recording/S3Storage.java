package dev.tightrope.voicemail.recording;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Recordings as objects of an S3 bucket, or of anything that speaks its protocol. */
final class S3Storage implements RecordingStorage, AutoCloseable {
    private final S3Client client;
    private final String bucket;

    S3Storage(RecordingSettings.S3 settings) {
        bucket = settings.bucket()
                .orElseThrow(() -> new IllegalArgumentException(
                        "tightrope.recordings.storage is s3: name a bucket in tightrope.recordings.s3.bucket"));
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(30)))
                // A time-out of the connection does not end a body that trickles.
                .overrideConfiguration(limits -> limits.apiCallTimeout(Duration.ofMinutes(10)))
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                // Servers other than Amazon's refuse checksums in trailers; TLS and the signature protect the body.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        settings.endpoint().ifPresent(builder::endpointOverride);
        settings.accessKey()
                .ifPresent(key ->
                        builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                                key,
                                settings.secretKey()
                                        .orElseThrow(() -> new IllegalArgumentException(
                                                "tightrope.recordings.s3.access-key has no secret-key"))))));
        client = builder.build();
    }

    @Override
    public void put(UUID id, byte[] audio) throws IOException {
        ask(s3 -> s3.putObject(
                put -> put.bucket(bucket).key(id.toString()).contentType("application/octet-stream"),
                RequestBody.fromContentProvider(
                        ContentStreamProvider.fromByteArrayUnsafe(audio), audio.length, "application/octet-stream")));
    }

    @Override
    public InputStream open(UUID id, long size) throws IOException {
        ResponseInputStream<GetObjectResponse> object =
                ask(s3 -> s3.getObject(get -> get.bucket(bucket).key(id.toString())));
        long found = object.response().contentLength();
        if (found != size) {
            object.abort();
            throw new IOException("Object " + id + " has " + found + " bytes instead of " + size);
        }
        return object;
    }

    @Override
    public void delete(UUID id) throws IOException {
        ask(s3 -> s3.deleteObject(delete -> delete.bucket(bucket).key(id.toString())));
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T ask(Function<S3Client, T> question) throws IOException {
        try {
            return question.apply(client);
        } catch (SdkException e) {
            throw new IOException("Bucket " + bucket + " does not work: " + e.getMessage(), e);
        }
    }
}

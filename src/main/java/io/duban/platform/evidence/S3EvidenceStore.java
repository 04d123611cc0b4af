package io.duban.platform.evidence;

import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in a bucket of S3 or of a server that speaks it. */
final class S3EvidenceStore implements EvidenceStore, AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final int STORAGE_FULL = 507;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final S3AsyncClient client;
    private final String bucket;

    S3EvidenceStore(EvidenceSettings.S3 settings) {
        this.bucket = settings.bucket();
        this.client = client(settings);
    }

    // Look-alike servers know neither virtual hosts nor the newer checksums, and answer 501 to a GET by parts.
    private static S3AsyncClient client(EvidenceSettings.S3 settings) {
        var keys = AwsBasicCredentials.create(settings.accessKey(), settings.secretKey());
        return S3AsyncClient.builder()
                .endpointOverride(URI.create(settings.endpoint()))
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .forcePathStyle(true)
                .multipartEnabled(false)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .readTimeout(SILENCE)
                        .writeTimeout(SILENCE))
                .build();
    }

    @Override
    public Mono<Void> put(StorageKey key, Path file) {
        return Mono.fromFuture(() -> client.putObject(
                        request -> request.bucket(bucket).key(key.text()), AsyncRequestBody.fromFile(file)))
                .onErrorMap(S3EvidenceStore::explain)
                .then();
    }

    @Override
    public Flux<DataBuffer> get(StorageKey key) {
        return Mono.fromFuture(() -> client.getObject(
                        request -> request.bucket(bucket).key(key.text()), AsyncResponseTransformer.toPublisher()))
                .flatMapMany(Flux::from)
                .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
                .onErrorMap(failure -> isAbsent(failure) ? new NoSuchFileException(key.text()) : failure);
    }

    @Override
    public Mono<Void> delete(StorageKey key) {
        return Mono.fromFuture(() ->
                        client.deleteObject(request -> request.bucket(bucket).key(key.text())))
                .onErrorComplete(S3EvidenceStore::isAbsent)
                .then();
    }

    @Override
    public Mono<Boolean> exists(StorageKey key) {
        return Mono.fromFuture(() ->
                        client.headObject(request -> request.bucket(bucket).key(key.text())))
                .map(head -> true)
                .onErrorResume(S3EvidenceStore::isAbsent, absent -> Mono.just(false));
    }

    @Override
    public Flux<StorageKey> writtenBefore(Instant moment) {
        return Flux.from(client.listObjectsV2Paginator(request -> request.bucket(bucket))
                        .contents())
                .filter(object -> object.lastModified().isBefore(moment))
                .map(S3Object::key)
                .filter(StorageKey::isOne)
                .map(StorageKey::new);
    }

    S3AsyncClient client() {
        return client;
    }

    private static boolean isAbsent(Throwable failure) {
        var cause = unwrapped(failure);
        return cause instanceof NoSuchKeyException || status(cause) == NOT_FOUND;
    }

    private static Throwable explain(Throwable failure) {
        var cause = unwrapped(failure);
        return status(cause) == STORAGE_FULL ? DiskSpace.full() : cause;
    }

    private static int status(Throwable failure) {
        return failure instanceof S3Exception answer ? answer.statusCode() : 0;
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public void close() {
        client.close();
    }
}

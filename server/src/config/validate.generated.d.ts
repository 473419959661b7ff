declare const validate: ((data: unknown) => boolean) & { errors?: { message?: string }[] | null };
export default validate;

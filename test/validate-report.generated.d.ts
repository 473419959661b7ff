declare const validate: ((data: unknown) => boolean) & { errors?: readonly unknown[] | null };
export default validate;
